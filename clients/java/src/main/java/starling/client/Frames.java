package starling.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The framing (docs/protocol.md): the length of a message as a varint, then the message. */
final class Frames {
    static final int MAX_FRAME_BYTES = 9 << 20;
    private static final int LONGEST_LENGTH_BYTES = 5;
    /** A frame grows as its bytes come: a length alone sets nothing more aside. */
    private static final int PIECE_BYTES = 64 << 10;

    private Frames() {}

    /** The message behind its length. */
    static byte[] frame(byte[] message) {
        byte[] length = new byte[LONGEST_LENGTH_BYTES];
        int count = 0;
        for (int rest = message.length; ; rest >>>= 7) {
            length[count++] = (byte) (rest < 0x80 ? rest : rest & 0x7f | 0x80);
            if (rest < 0x80) break;
        }
        byte[] framed = Arrays.copyOf(length, count + message.length);
        System.arraycopy(message, 0, framed, count, message.length);
        return framed;
    }

    /**
     * The next message; null where the stream ended between two.
     *
     * @throws StarlingException PROTOCOL where what follows is no frame
     */
    static byte[] read(InputStream stream) throws IOException {
        int length = readLength(stream);
        if (length < 0) return null;
        byte[] message = new byte[Math.min(length, PIECE_BYTES)];
        int filled = 0;
        while (true) {
            filled += stream.readNBytes(message, filled, message.length - filled);
            if (filled == length) return message;
            if (filled < message.length) throw new EOFException("the peer closed it inside a frame");
            message = Arrays.copyOf(message, (int) Math.min(length, 2L * message.length));
        }
    }

    /** -1 where the stream has ended. */
    private static int readLength(InputStream stream) throws IOException {
        long length = 0;
        for (int i = 0; i < LONGEST_LENGTH_BYTES; i++) {
            int read = stream.read();
            if (read < 0 && i == 0) return -1;
            if (read < 0) throw new EOFException("the peer closed it inside a frame");
            length |= (long) (read & 0x7f) << 7 * i;
            if (length > MAX_FRAME_BYTES) {
                throw malformed("a frame of " + length + " bytes or more was announced; the limit is " + MAX_FRAME_BYTES);
            }
            if (read < 0x80) return (int) length;
        }
        throw malformed("a frame's length takes more than " + LONGEST_LENGTH_BYTES + " bytes");
    }

    private static StarlingException malformed(String message) {
        return new StarlingException(Code.PROTOCOL, message);
    }
}
