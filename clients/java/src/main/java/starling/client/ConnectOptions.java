package starling.client;

import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * How a client behaves.
 *
 * @param timeout how long a request may take in all, its retries included, where it doesn't say: 1 ms to 2 min, 5 s by default. Too low:
 *     requests fail while a dead peer's role passes to another, which takes seconds
 * @param connectTimeout how long a connection may take to open; 2 s by default. Too high: a peer that vanished costs that much
 * @param retries how often a request is sent again after a passing error, within its time; 8 by default, 0: never
 * @param tls whom to trust, and the client's own certificate where peers ask for one; {@link Tls} makes one of PEM files,
 *     {@code SSLContext.getDefault()} trusts whom this machine trusts. null: plain TCP
 * @param token that the peers were given for this client, at most 256 bytes; null: they ask for none. Without TLS it can be read on the way
 */
public record ConnectOptions(Duration timeout, Duration connectTimeout, int retries, SSLContext tls, String token) {
    // First, since the next is checked against it.
    private static final Duration LONGEST = Duration.ofMinutes(2);

    public static final ConnectOptions DEFAULT =
            new ConnectOptions(Duration.ofSeconds(5), Duration.ofSeconds(2), 8, null, null);

    public ConnectOptions {
        checkTimeout(timeout);
        checkTimeout(connectTimeout);
        if (retries < 0) throw StarlingException.invalid(retries + " retries; give a whole number from 0 on");
        if (token != null) Requests.checkToken(token);
    }

    public ConnectOptions withTimeout(Duration timeout) {
        return new ConnectOptions(timeout, connectTimeout, retries, tls, token);
    }

    public ConnectOptions withRetries(int retries) {
        return new ConnectOptions(timeout, connectTimeout, retries, tls, token);
    }

    public ConnectOptions withTls(SSLContext tls) {
        return new ConnectOptions(timeout, connectTimeout, retries, tls, token);
    }

    public ConnectOptions withToken(String token) {
        return new ConnectOptions(timeout, connectTimeout, retries, tls, token);
    }

    /** Whether there is a token, but not which. */
    @Override
    public String toString() {
        String shown = "ConnectOptions[timeout=" + timeout + ", connectTimeout=" + connectTimeout + ", retries=" + retries;
        return shown + ", tls=" + (tls != null) + ", token=" + (token == null ? "none" : "hidden") + "]";
    }

    static Duration checkTimeout(Duration timeout) {
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw StarlingException.invalid("a timeout of " + timeout + "; give 1 ms to 2 min");
        }
        return timeout;
    }
}
