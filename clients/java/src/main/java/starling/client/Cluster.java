package starling.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import starling.v1.Client.ClientRequest;
import starling.v1.Client.ClientResponse;

/**
 * The cluster as a client knows it: who its members are, whom to ask, and the connections to them. Looks at the ring when it connects,
 * when a connection breaks, when a peer says that the owners have changed, and now and then.
 */
final class Cluster {
    /** Least time between two looks at the ring that failures ask for, and between two where nothing does. */
    private static final Duration REFRESH_PAUSE = Duration.ofMillis(250);
    private static final Duration REFRESH_EVERY = Duration.ofSeconds(30);

    final Router router;
    private final ConnectOptions options;
    private final Dialer dialer;
    private final Map<String, Peer> peers = new HashMap<>();
    private final Semaphore refreshWanted = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);

    Cluster(List<String> addresses, ConnectOptions options) {
        this.options = options;
        this.dialer = new Dialer(options);
        this.router = new Router(addresses, this::isWell);
    }

    /** Asks who the members are. @throws StarlingException where nobody answers */
    void start() {
        refresh();
        Thread refresher = new Thread(this::keepFresh, "starling refresh");
        refresher.setDaemon(true);
        refresher.start();
    }

    Attempts attempts(Duration timeout) {
        return new Attempts(timeout == null ? options.timeout() : ConnectOptions.checkTimeout(timeout), options.retries());
    }

    /** Sends a request to an owner of the partition (or anywhere), and again while the failure is a passing one. @throws StarlingException */
    ClientResponse ask(int partition, ClientRequest request, Duration timeout) {
        Attempts attempts = attempts(timeout);
        List<String> tried = new ArrayList<>();
        while (true) {
            String address = router.pick(partition, tried);
            try {
                return send(address, request, attempts.begin()).await();
            } catch (StarlingException error) {
                tried.add(address);
                boolean elsewhere = !tried.contains(router.pick(partition, tried));
                sleep(attempts.pauseAfter(error, elsewhere));
            }
        }
    }

    /** A request on its way to one peer, or the error that kept it from going. */
    final class Sending {
        private final Peer peer;
        private final Connection.Call call;
        private final StarlingException error;

        private Sending(Peer peer, Connection.Call call, StarlingException error) {
            this.peer = peer;
            this.call = call;
            this.error = error;
        }

        /** The answer. @throws StarlingException */
        ClientResponse await() {
            if (error != null) throw error;
            try {
                ClientResponse response = call.await();
                peer.succeeded();
                return response;
            } catch (StarlingException failure) {
                if (failure.code() != Code.STOPPED) peer.failed(failure);
                if (failure.code() == Code.WRONG_OWNERS) refreshWanted.release();
                throw failure;
            }
        }
    }

    /** Sends a request to one peer, once; never throws. */
    Sending send(String address, ClientRequest request, long timeout) {
        try {
            Peer peer = peer(address);
            return new Sending(peer, peer.send(request, timeout), null);
        } catch (StarlingException error) {
            return new Sending(null, null, error);
        }
    }

    /** @throws StarlingException STOPPED where the client is closed meanwhile */
    void sleep(long nanoseconds) {
        try {
            if (closed.await(nanoseconds, TimeUnit.NANOSECONDS)) throw StarlingException.closed();
        } catch (InterruptedException error) {
            throw interrupted(error);
        }
    }

    void close() {
        closed.countDown();
        refreshWanted.release();
        List<Peer> all;
        synchronized (peers) {
            all = List.copyOf(peers.values());
            peers.clear();
        }
        all.forEach(peer -> peer.close(StarlingException.closed()));
    }

    static StarlingException interrupted(InterruptedException error) {
        Thread.currentThread().interrupt();
        return new StarlingException(Code.STOPPED, "the thread was interrupted while it waited", error);
    }

    private Peer peer(String address) {
        synchronized (peers) {
            if (closed.getCount() == 0) throw StarlingException.closed();
            return peers.computeIfAbsent(address, text -> new Peer(Address.parse(text), dialer, refreshWanted::release));
        }
    }

    private boolean isWell(String address) {
        Peer peer;
        synchronized (peers) {
            peer = peers.get(address);
        }
        return peer == null || peer.isWell();
    }

    private void refresh() {
        ClientResponse response = ask(Router.ANYWHERE, Requests.topology(), null);
        if (!response.hasTopology()) throw StarlingException.misfit("a topology");
        router.install(new Topology(response.getTopology()));
        retain(router.addresses());
    }

    /** Closes the connections to those that are no longer members. */
    private void retain(Set<String> addresses) {
        List<Peer> gone = new ArrayList<>();
        synchronized (peers) {
            for (Iterator<Map.Entry<String, Peer>> all = peers.entrySet().iterator(); all.hasNext(); ) {
                Map.Entry<String, Peer> entry = all.next();
                if (addresses.contains(entry.getKey())) continue;
                gone.add(entry.getValue());
                all.remove();
            }
        }
        gone.forEach(peer -> peer.close(new StarlingException(Code.UNAVAILABLE, "the peer is no longer a member")));
    }

    private void keepFresh() {
        try {
            while (closed.getCount() > 0) {
                if (refreshWanted.tryAcquire(REFRESH_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    if (closed.await(REFRESH_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) return;
                    refreshWanted.drainPermits();
                }
                try {
                    refresh();
                } catch (StarlingException error) {
                    // Requests go by the old ring meanwhile.
                    if (error.code().isRetryable()) refreshWanted.release();
                }
            }
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
        }
    }
}
