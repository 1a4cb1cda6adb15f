package starling.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import starling.v1.Client.ClientRequest;

/** One address and the connection to it: opened when first needed, opened again after a pause that grows. */
final class Peer {
    /** How long it is left alone after it failed, where others can be asked: doubles with each failure in a row. */
    private static final long FIRST_AVOID = Duration.ofMillis(50).toNanos();
    private static final long LONGEST_AVOID = Duration.ofSeconds(2).toNanos();

    private final Address address;
    private final Dialer dialer;
    private final Runnable onLost;
    /** Held while a connection is opened: others that want it wait for the same one. */
    private final ReentrantLock opening = new ReentrantLock();

    private Connection connection;
    private StarlingException closed;
    private int failures;
    /** The message of the last one that counted. */
    private String lastFailure = "";
    private long avoidUntil = System.nanoTime();

    /** @param onLost called when an open connection has ended by itself */
    Peer(Address address, Dialer dialer, Runnable onLost) {
        this.address = address;
        this.dialer = dialer;
        this.onLost = onLost;
    }

    /** Whether there is no reason to ask somebody else instead. */
    synchronized boolean isWell() {
        return failures == 0 || System.nanoTime() - avoidUntil >= 0;
    }

    /** Sends a request, once. @throws StarlingException */
    Connection.Call send(ClientRequest request, long timeout) {
        long deadline = System.nanoTime() + timeout;
        Connection open = current();
        if (open == null) open = open(timeout);
        return open.send(request, Math.max(1, deadline - System.nanoTime()));
    }

    /** Takes note that a request went well. */
    synchronized void succeeded() {
        failures = 0;
    }

    /** Takes note of a failure. Only what says something about the peer itself counts: that it didn't answer, or doesn't take requests. */
    synchronized void failed(StarlingException error) {
        switch (error.code()) {
            case UNAVAILABLE, TIMEOUT, NOT_READY -> avoid(error);
            default -> failures = 0;
        }
    }

    void close(StarlingException reason) {
        Connection open;
        synchronized (this) {
            closed = reason;
            open = connection;
        }
        if (open != null) open.close(reason);
    }

    private synchronized Connection current() {
        if (closed != null) throw closed;
        return connection;
    }

    private Connection open(long timeout) {
        try {
            if (!opening.tryLock(timeout, TimeUnit.NANOSECONDS)) {
                throw new StarlingException(Code.TIMEOUT, "no connection to " + address + " in time");
            }
        } catch (InterruptedException error) {
            throw Cluster.interrupted(error);
        }
        try {
            Connection other = current();
            if (other != null) return other;
            if (!isWell()) throw new StarlingException(Code.UNAVAILABLE, lastFailure() + "; it is tried again in a moment");
            return connect(timeout);
        } finally {
            opening.unlock();
        }
    }

    private Connection connect(long patience) {
        Connection opened;
        try {
            opened = dialer.dial(address, patience, this::ended);
        } catch (StarlingException error) {
            failed(error);
            throw error;
        }
        StarlingException reason;
        synchronized (this) {
            connection = opened;
            reason = closed;
        }
        if (reason != null) {
            opened.close(reason);
            throw reason;
        }
        opened.start();
        return opened;
    }

    private synchronized String lastFailure() {
        return lastFailure;
    }

    private void ended(StarlingException reason) {
        synchronized (this) {
            connection = null;
            if (closed != null) return;
            failed(reason);
        }
        // A peer that refuses the client's token is as it was.
        if (reason.code().isRetryable()) onLost.run();
    }

    private void avoid(StarlingException error) {
        long now = System.nanoTime();
        // Requests that fail together are one failure.
        if (now - avoidUntil < 0) return;
        long avoid = Math.min(FIRST_AVOID << Math.min(failures, 16), LONGEST_AVOID);
        failures++;
        lastFailure = error.getMessage();
        avoidUntil = now + (long) (avoid * (0.5 + ThreadLocalRandom.current().nextDouble() / 2));
    }
}
