package starling.client;

import java.time.Duration;

/**
 * How a client behaves.
 *
 * @param timeout how long a request may take in all, its retries included, where it doesn't say: 1 ms to 2 min, 5 s by default. Too low:
 *     requests fail while a dead peer's role passes to another, which takes seconds
 * @param connectTimeout how long a TCP connection may take to open; 2 s by default. Too high: a peer that vanished costs that much
 * @param retries how often a request is sent again after a passing error, within its time; 8 by default, 0: never
 */
public record ConnectOptions(Duration timeout, Duration connectTimeout, int retries) {
    // First, since the next is checked against it.
    private static final Duration LONGEST = Duration.ofMinutes(2);

    public static final ConnectOptions DEFAULT = new ConnectOptions(Duration.ofSeconds(5), Duration.ofSeconds(2), 8);

    public ConnectOptions {
        checkTimeout(timeout);
        checkTimeout(connectTimeout);
        if (retries < 0) throw StarlingException.invalid(retries + " retries; give a whole number from 0 on");
    }

    public ConnectOptions withTimeout(Duration timeout) {
        return new ConnectOptions(timeout, connectTimeout, retries);
    }

    public ConnectOptions withRetries(int retries) {
        return new ConnectOptions(timeout, connectTimeout, retries);
    }

    static Duration checkTimeout(Duration timeout) {
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw StarlingException.invalid("a timeout of " + timeout + "; give 1 ms to 2 min");
        }
        return timeout;
    }
}
