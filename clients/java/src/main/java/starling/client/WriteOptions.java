package starling.client;

import java.time.Duration;

/**
 * Of a write.
 *
 * @param consistency null: as the cluster is configured
 * @param durability when an owner acknowledges
 * @param timeout null: as the client was told
 * @param session the newest version that the program has seen elsewhere: the write is later; null: none
 */
public record WriteOptions(Consistency consistency, Durability durability, Duration timeout, String session) {
    public static final WriteOptions DEFAULT = new WriteOptions(null, Durability.FSYNC, null, null);

    public WriteOptions withConsistency(Consistency consistency) {
        return new WriteOptions(consistency, durability, timeout, session);
    }

    public WriteOptions withDurability(Durability durability) {
        return new WriteOptions(consistency, durability, timeout, session);
    }

    public WriteOptions withTimeout(Duration timeout) {
        return new WriteOptions(consistency, durability, timeout, session);
    }

    public WriteOptions withSession(String session) {
        return new WriteOptions(consistency, durability, timeout, session);
    }
}
