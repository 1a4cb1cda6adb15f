package starling.client;

import java.time.Duration;

/**
 * Of a write.
 *
 * @param consistency null: as the cluster is configured
 * @param durability when an owner acknowledges
 * @param sloppy whether another peer that keeps the write for an owner which can't be reached counts in that one's stead. It is then taken
 *     in more situations: reads may miss it, and older writes win over it, until the owners that were away have it
 * @param timeout null: as the client was told
 * @param session the newest version that the program has seen elsewhere: the write is later; null: none
 */
public record WriteOptions(
        Consistency consistency, Durability durability, boolean sloppy, Duration timeout, String session) {
    public static final WriteOptions DEFAULT = new WriteOptions(null, Durability.FSYNC, false, null, null);

    public WriteOptions withConsistency(Consistency consistency) {
        return new WriteOptions(consistency, durability, sloppy, timeout, session);
    }

    public WriteOptions withDurability(Durability durability) {
        return new WriteOptions(consistency, durability, sloppy, timeout, session);
    }

    public WriteOptions withSloppy(boolean sloppy) {
        return new WriteOptions(consistency, durability, sloppy, timeout, session);
    }

    public WriteOptions withTimeout(Duration timeout) {
        return new WriteOptions(consistency, durability, sloppy, timeout, session);
    }

    public WriteOptions withSession(String session) {
        return new WriteOptions(consistency, durability, sloppy, timeout, session);
    }
}
