package starling.client;

/** How a request failed; the set is closed. In the order of their numbers in common.proto, from 1 on. */
public enum Code {
    /** The request is wrong, such as an empty key; nothing was done. */
    INVALID_ARGUMENT,
    /** Too few owners answered. A write may have been applied, or may still be. */
    QUORUM_FAILED,
    /** The deadline passed first. A write may have been applied, or may still be. */
    TIMEOUT,
    /** A bounded queue was full; nothing was done. */
    OVERLOADED,
    /** Peers disagree about who owns the key; nothing was done. */
    WRONG_OWNERS,
    /** Between peers; a client doesn't see it. */
    STALE,
    /** A version is too far in the future; nothing was done. */
    CLOCK_DRIFT,
    /** The peer is still copying what it is to own; nothing was done. */
    NOT_READY,
    /** Bytes on a disk failed their checksum. */
    CORRUPTION,
    /** A flush to disk failed; that peer takes no writes until it restarts. */
    STORE_POISONED,
    /** Nothing was written; reads go on. */
    DISK_FULL,
    /** This client was closed. What was under way may have been applied. */
    STOPPED,
    /** No peer could be reached, or the connection ended before the answer. A write may have been applied. */
    UNAVAILABLE,
    /** The other end said something that this client doesn't understand. */
    PROTOCOL,
    /** Not without a token that allows it, or the cluster's secret; nothing was done. */
    FORBIDDEN,
    /** A peer can't start; a client doesn't see it. */
    CONFIGURATION;

    /** Whether the same request may succeed if it is simply sent again. The client has done so already. */
    public boolean isRetryable() {
        return switch (this) {
            case QUORUM_FAILED, TIMEOUT, OVERLOADED, WRONG_OWNERS, STALE, CLOCK_DRIFT, NOT_READY, UNAVAILABLE -> true;
            default -> false;
        };
    }

    /** Whether a write that failed so may have been applied, or may still be. */
    public boolean isOutcomeUnknown() {
        return this == QUORUM_FAILED || this == TIMEOUT || this == UNAVAILABLE;
    }

    /** A number from a newer protocol is PROTOCOL. */
    static Code ofNumber(int number) {
        return number >= 1 && number <= values().length ? values()[number - 1] : PROTOCOL;
    }
}
