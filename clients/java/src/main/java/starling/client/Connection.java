package starling.client;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import starling.v1.Client.ClientRequest;
import starling.v1.Client.ClientResponse;
import starling.v1.Common;

/** One connection to one peer: many requests in flight, answered in any order. */
final class Connection {
    /** Deadlines in a row, with not a byte from the peer, before its connection is given up. */
    private static final int SILENT_DEADLINES = 3;
    private static final int RECEIVE_BUFFER_BYTES = 64 << 10;

    private final Address address;
    private final Dialer.Stream stream;
    private final Consumer<StarlingException> onClosed;
    private final ReentrantLock sending = new ReentrantLock();
    private final Map<Integer, CompletableFuture<ClientResponse>> calls = new HashMap<>();
    /** Of the request that says who the client is, until it is answered; 0: there is none. */
    private int authenticationId;
    private int lastId;
    private StarlingException closed;
    private volatile int silentDeadlines;

    /** @param onClosed called once, when it has ended, with the reason */
    Connection(Address address, Dialer.Stream stream, Consumer<StarlingException> onClosed) {
        this.address = address;
        this.stream = stream;
        this.onClosed = onClosed;
    }

    /** Says who the client is, before anything else. Nobody waits for the answer, but who is refused gets nothing on this connection. */
    void authenticate(ClientRequest request) throws IOException {
        authenticationId = nextId();
        stream.out().write(Frames.frame(request.toBuilder().setId(authenticationId).build().toByteArray()));
    }

    /** Begins to read: only now can it end. */
    void start() {
        Thread reader = new Thread(this::read, "starling " + address);
        reader.setDaemon(true);
        reader.start();
    }

    /** A request that was sent. */
    final class Call {
        private final int id;
        private final long deadline;
        private final CompletableFuture<ClientResponse> answer = new CompletableFuture<>();

        private Call(int id, long timeout) {
            this.id = id;
            this.deadline = System.nanoTime() + timeout;
        }

        /** The answer. @throws StarlingException what the peer answered, or TIMEOUT | UNAVAILABLE from this side */
        ClientResponse await() {
            try {
                ClientResponse response = answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (response.hasError()) throw StarlingException.fromWire(response.getError());
                return response;
            } catch (TimeoutException error) {
                expired(id);
                throw new StarlingException(Code.TIMEOUT, address + " did not answer in time");
            } catch (ExecutionException error) {
                throw (StarlingException) error.getCause();
            } catch (InterruptedException error) {
                forget(id);
                throw Cluster.interrupted(error);
            }
        }
    }

    /** Sends a request; its id and timeout are filled in. @throws StarlingException */
    Call send(ClientRequest request, long timeout) {
        Call call;
        synchronized (calls) {
            if (closed != null) throw closed;
            call = new Call(nextId(), timeout);
            calls.put(call.id, call.answer);
        }
        int timeoutMs = (int) Math.max(1, Math.ceil(timeout / 1e6));
        byte[] message = request.toBuilder().setId(call.id).setTimeoutMs(timeoutMs).build().toByteArray();
        if (message.length > Frames.MAX_FRAME_BYTES) {
            forget(call.id);
            throw StarlingException.invalid("a request of " + message.length + " bytes, more than a frame may have");
        }
        write(Frames.frame(message), call, timeout);
        return call;
    }

    /** Tells every call this error and closes. Idempotent. */
    void close(StarlingException reason) {
        Map<Integer, CompletableFuture<ClientResponse>> open;
        synchronized (calls) {
            if (closed != null) return;
            closed = reason;
            open = new HashMap<>(calls);
            calls.clear();
        }
        try {
            stream.socket().close();
        } catch (IOException error) {
            // It is closed all the same.
        }
        open.values().forEach(answer -> answer.completeExceptionally(reason));
        onClosed.accept(reason);
    }

    private void write(byte[] frame, Call call, long timeout) {
        try {
            if (!sending.tryLock(timeout, TimeUnit.NANOSECONDS)) {
                // Somebody's frame has been going out all that time: this peer takes nothing any more.
                close(broken("it takes nothing any more"));
                return;
            }
        } catch (InterruptedException error) {
            forget(call.id);
            throw Cluster.interrupted(error);
        }
        try {
            stream.out().write(frame);
        } catch (IOException error) {
            // A part may have gone out, after which nothing else makes sense; the calls are told so.
            close(broken(error.getMessage()));
        } finally {
            sending.unlock();
        }
    }

    private void read() {
        InputStream in = new BufferedInputStream(stream.in(), RECEIVE_BUFFER_BYTES);
        try {
            for (byte[] message = Frames.read(in); message != null; message = Frames.read(in)) received(message);
            close(broken("the peer closed it"));
        } catch (IOException | StarlingException error) {
            close(broken(error.getMessage()));
        }
    }

    private void received(byte[] message) throws InvalidProtocolBufferException {
        silentDeadlines = 0;
        ClientResponse response = ClientResponse.parseFrom(message);
        if (response.getId() == 0) throw StarlingException.fromWire(response.getError());
        if (response.getId() == authenticationId) {
            authenticationId = 0;
            // Peers of before there were tokens don't know the request, and let everybody in.
            if (response.getError().getCode() == Common.ErrorCode.ERROR_CODE_FORBIDDEN) {
                close(new StarlingException(Code.FORBIDDEN, address + ": " + response.getError().getMessage()));
            }
            return;
        }
        CompletableFuture<ClientResponse> answer = forget(response.getId());
        // Nobody waits for an answer that came after its deadline.
        if (answer != null) answer.complete(response);
    }

    private void expired(int id) {
        if (forget(id) != null && ++silentDeadlines >= SILENT_DEADLINES) close(broken("it has stopped answering"));
    }

    private CompletableFuture<ClientResponse> forget(int id) {
        synchronized (calls) {
            return calls.remove(id);
        }
    }

    /** Skips 0 and the ids of calls under way, which matters after four billion of them. */
    private int nextId() {
        do lastId++;
        while (lastId == 0 || calls.containsKey(lastId));
        return lastId;
    }

    private StarlingException broken(String why) {
        return new StarlingException(Code.UNAVAILABLE, "the connection to " + address + " ended: " + why);
    }
}
