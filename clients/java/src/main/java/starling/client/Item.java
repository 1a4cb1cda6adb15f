package starling.client;

import java.time.Duration;

/**
 * What is put.
 *
 * @param key 1 to 1024 bytes of UTF-8
 * @param value UTF-8; at most 1 MiB unless the cluster is configured otherwise
 * @param ttl how long the key exists: whole milliseconds up to ten years; null: for ever, even where it had an end before
 */
public record Item(String key, String value, Duration ttl) {
    public Item(String key, String value) {
        this(key, value, null);
    }
}
