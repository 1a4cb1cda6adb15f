package starling.client;

import java.time.Duration;

/**
 * Of a get.
 *
 * @param consistency null: as the cluster is configured
 * @param timeout null: as the client was told
 */
public record ReadOptions(Consistency consistency, Duration timeout) {
    public static final ReadOptions DEFAULT = new ReadOptions(null, null);

    public ReadOptions withConsistency(Consistency consistency) {
        return new ReadOptions(consistency, timeout);
    }

    public ReadOptions withTimeout(Duration timeout) {
        return new ReadOptions(consistency, timeout);
    }
}
