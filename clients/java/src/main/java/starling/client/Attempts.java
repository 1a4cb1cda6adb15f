package starling.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * The patience of one request: how long the next attempt may take, how long to wait before it, and which error it ends with
 * (docs/protocol.md, "Errors" and "Deadlines"). All times in nanoseconds.
 */
final class Attempts {
    private static final long FIRST_PAUSE = Duration.ofMillis(20).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(1).toNanos();
    private static final long LEAST_ATTEMPT = Duration.ofMillis(50).toNanos();

    private final long timeout;
    private final long deadline;
    private final LongSupplier now;
    private final DoubleSupplier chance;
    private int retriesLeft;
    private int made;
    private StarlingException unknown;

    Attempts(Duration timeout, int retries) {
        this(timeout, retries, System::nanoTime, () -> ThreadLocalRandom.current().nextDouble());
    }

    /** With the clock, and a number from 0 to 1, given: for tests. */
    Attempts(Duration timeout, int retries, LongSupplier now, DoubleSupplier chance) {
        this.timeout = timeout.toNanos();
        this.deadline = now.getAsLong() + this.timeout;
        this.retriesLeft = retries;
        this.now = now;
        this.chance = chance;
    }

    /** How long the attempt that begins now may take. */
    long begin() {
        made++;
        long left = left();
        return retriesLeft == 0 ? left : Math.min(left, Math.max(left / 2, LEAST_ATTEMPT));
    }

    /**
     * How long to wait before the next attempt.
     *
     * @param elsewhere whether a peer is left that this request hasn't tried
     * @throws StarlingException the error of the request where there is none
     */
    long pauseAfter(StarlingException error, boolean elsewhere) {
        if (error.code().isOutcomeUnknown()) unknown = error;
        if (!error.code().isRetryable() || retriesLeft == 0) throw last(error);
        retriesLeft--;
        long pause = pause(error, elsewhere);
        if (pause < left()) return pause;
        String made = "not done within " + Duration.ofNanos(timeout).toMillis() + " ms, in " + this.made + " attempts";
        throw new StarlingException(Code.TIMEOUT, made + "; the last error: " + error.getMessage(), error);
    }

    private long pause(StarlingException error, boolean elsewhere) {
        if (elsewhere && (error.code() == Code.UNAVAILABLE || error.code() == Code.TIMEOUT)) return 0;
        long ceiling = Math.min(FIRST_PAUSE << Math.min(made - 1, 16), LONGEST_PAUSE);
        return error.retryAfter().toNanos() + (long) (ceiling * (0.5 + chance.getAsDouble() / 2));
    }

    /** An answer that nothing was applied speaks only of the last attempt: an earlier one may have been. */
    private StarlingException last(StarlingException error) {
        if (unknown == null || error.code().isOutcomeUnknown()) return error;
        String message = unknown.getMessage() + "; sent again, it was refused: " + error.getMessage();
        return new StarlingException(unknown.code(), message, error);
    }

    private long left() {
        return deadline - now.getAsLong();
    }
}
