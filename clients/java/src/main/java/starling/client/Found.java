package starling.client;

import java.time.Instant;
import java.util.HexFormat;
import starling.v1.Client;

/**
 * What was found of a key. Versions are 28 hexadecimal digits that sort in the order of the writes.
 *
 * @param value null where the key doesn't exist, was deleted or has expired; an empty value is a value
 * @param version of the value, also where it has expired, or of the deletion; null where the key was never written
 * @param expiresAt when the value stops existing; null: never
 */
public record Found(String value, String version, Instant expiresAt) {
    static Found fromWire(Client.ReadResult read) {
        String version = read.getVersion().isEmpty() ? null : HexFormat.of().formatHex(read.getVersion().toByteArray());
        Instant expiresAt = read.getExpiresAtMs() == 0 ? null : Instant.ofEpochMilli((long) read.getExpiresAtMs());
        return new Found(read.hasValue() ? read.getValue() : null, version, expiresAt);
    }

    /** The version of a write. */
    static String versionOf(Client.WriteResult write) {
        return HexFormat.of().formatHex(write.getVersion().toByteArray());
    }
}
