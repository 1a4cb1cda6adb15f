package starling.client;

import java.time.Duration;
import starling.v1.Common;

/** Every failure of a request. */
public final class StarlingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Code code;
    private final Duration retryAfter;

    StarlingException(Code code, String message) {
        this(code, message, Duration.ZERO, null);
    }

    StarlingException(Code code, String message, Throwable cause) {
        this(code, message, Duration.ZERO, cause);
    }

    StarlingException(Code code, String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** How it failed. */
    public Code code() {
        return code;
    }

    /** How long an overloaded peer asked to be left alone; zero where it didn't say. */
    public Duration retryAfter() {
        return retryAfter;
    }

    static StarlingException invalid(String message) {
        return new StarlingException(Code.INVALID_ARGUMENT, message);
    }

    static StarlingException closed() {
        return new StarlingException(Code.STOPPED, "this client is closed; connect again");
    }

    static StarlingException misfit(String expected) {
        return new StarlingException(Code.PROTOCOL, "a peer answered something else where " + expected + " was asked for");
    }

    static StarlingException fromWire(Common.Error error) {
        Duration retryAfter = Duration.ofMillis(Integer.toUnsignedLong(error.getRetryAfterMs()));
        return new StarlingException(Code.ofNumber(error.getCodeValue()), error.getMessage(), retryAfter, null);
    }
}
