package starling.client;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Tokens of keys: xxHash64 with seed 0, by its specification (github.com/Cyan4973/xxHash, doc/xxhash_spec.md). Written out, since it is all
 * that this client would need another library for.
 */
final class Tokens {
    static final int MAX_KEY_BYTES = 1024;

    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_3 = 0x165667B19E3779F9L;
    private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
    private static final long PRIME_5 = 0x27D4EB2F165667C5L;

    private Tokens() {}

    /** @throws StarlingException INVALID_ARGUMENT where it can't be a key */
    static long tokenOf(String key) {
        byte[] bytes = Text.utf8(key, "key");
        if (bytes.length < 1 || bytes.length > MAX_KEY_BYTES) {
            throw StarlingException.invalid("a key has 1 to " + MAX_KEY_BYTES + " bytes of UTF-8, this one " + bytes.length);
        }
        return hash(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    }

    /** The partition of a token among so many, a power of two: its top bits. */
    static int partitionOf(long token, int partitions) {
        int bits = Integer.numberOfTrailingZeros(partitions);
        return bits == 0 ? 0 : (int) (token >>> 64 - bits);
    }

    private static long hash(ByteBuffer data) {
        int length = data.remaining();
        long hash = length >= 32 ? stripes(data) : PRIME_5;
        hash += length;
        while (data.remaining() >= 8) hash = Long.rotateLeft(hash ^ round(0, data.getLong()), 27) * PRIME_1 + PRIME_4;
        if (data.remaining() >= 4) {
            hash = Long.rotateLeft(hash ^ Integer.toUnsignedLong(data.getInt()) * PRIME_1, 23) * PRIME_2 + PRIME_3;
        }
        while (data.hasRemaining()) hash = Long.rotateLeft(hash ^ (data.get() & 0xff) * PRIME_5, 11) * PRIME_1;
        hash = (hash ^ hash >>> 33) * PRIME_2;
        hash = (hash ^ hash >>> 29) * PRIME_3;
        return hash ^ hash >>> 32;
    }

    /** Takes in as many times 32 bytes as there are. */
    private static long stripes(ByteBuffer data) {
        long[] lanes = {PRIME_1 + PRIME_2, PRIME_2, 0, -PRIME_1};
        while (data.remaining() >= 32) {
            for (int i = 0; i < 4; i++) lanes[i] = round(lanes[i], data.getLong());
        }
        long hash = Long.rotateLeft(lanes[0], 1) + Long.rotateLeft(lanes[1], 7);
        hash += Long.rotateLeft(lanes[2], 12) + Long.rotateLeft(lanes[3], 18);
        for (long lane : lanes) hash = (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
        return hash;
    }

    private static long round(long lane, long word) {
        return Long.rotateLeft(lane + word * PRIME_2, 31) * PRIME_1;
    }
}
