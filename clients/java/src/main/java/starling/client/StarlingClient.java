package starling.client;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import starling.v1.Client.ClientRequest;
import starling.v1.Client.ClientResponse;

/**
 * A client of a Starling cluster: asks an owner of each key directly, pipelines, and sends again what failed for a passing reason, within
 * the request's time. For any number of threads.
 *
 * <pre>{@code
 * try (StarlingClient client = StarlingClient.connect(List.of("127.0.0.1:7400", "127.0.0.1:7401"))) {
 *     client.put("greeting", "hello");
 *     String value = client.get("greeting").value(); // null where there is no such key
 * }
 * }</pre>
 *
 * <p>Every failure is a {@link StarlingException}. Sending a write again is safe: it is the same value with a later version. A write that
 * failed with a code whose {@link Code#isOutcomeUnknown} may have been applied: read the key, or write it again.
 */
public final class StarlingClient implements AutoCloseable {
    private final Cluster cluster;
    /** The newest version seen; null before the first. */
    private String session;

    private StarlingClient(Cluster cluster) {
        this.cluster = cluster;
    }

    /** As the other, with the defaults. */
    public static StarlingClient connect(List<String> addresses) {
        return connect(addresses, ConnectOptions.DEFAULT);
    }

    /**
     * Returns when one of the addresses has said who the members are.
     *
     * @param addresses host:port of client ports; one that answers is enough, several let a client start while one is down
     * @throws StarlingException INVALID_ARGUMENT on an address that is none; UNAVAILABLE | TIMEOUT where nobody answered
     */
    public static StarlingClient connect(List<String> addresses, ConnectOptions options) {
        if (addresses.isEmpty()) throw StarlingException.invalid("no addresses; name at least one peer as host:port");
        Cluster cluster = new Cluster(addresses.stream().map(address -> Address.parse(address).text()).toList(), options);
        try {
            cluster.start();
        } catch (RuntimeException error) {
            cluster.close();
            throw error;
        }
        return new StarlingClient(cluster);
    }

    /**
     * The newest version that this client has seen, null before the first. Its own writes are later than that by themselves; hand it to
     * another client as {@link WriteOptions#session}, and so are its.
     */
    public synchronized String session() {
        return session;
    }

    /** As the other, for ever and with the defaults. */
    public String put(String key, String value) {
        return put(new Item(key, value), WriteOptions.DEFAULT);
    }

    /**
     * Stores the value and returns its version when enough owners have it.
     *
     * @throws StarlingException INVALID_ARGUMENT | OVERLOADED | DISK_FULL: nothing was written; QUORUM_FAILED | TIMEOUT | UNAVAILABLE: the
     *     outcome is unknown
     */
    public String put(Item item, WriteOptions options) {
        int partition = cluster.router.topology().partitionOf(item.key());
        return write(partition, Requests.put(item, later(options)), options.timeout());
    }

    /** As the other, with the defaults. */
    public Found get(String key) {
        return get(key, ReadOptions.DEFAULT);
    }

    /** The newest value that enough owners agree on. That there is none is no error. @throws StarlingException */
    public Found get(String key, ReadOptions options) {
        int partition = cluster.router.topology().partitionOf(key);
        ClientResponse response = cluster.ask(partition, Requests.get(key, options), options.timeout());
        if (!response.hasRead()) throw StarlingException.misfit("a value");
        return saw(Found.fromWire(response.getRead()));
    }

    /** As the other, with the defaults. */
    public String delete(String key) {
        return delete(key, WriteOptions.DEFAULT);
    }

    /** Deletes the key, whether it existed or not, and returns the version of the deletion. @throws StarlingException as {@code put} */
    public String delete(String key, WriteOptions options) {
        int partition = cluster.router.topology().partitionOf(key);
        return write(partition, Requests.delete(key, later(options)), options.timeout());
    }

    /**
     * Up to 1024 puts, with a version or an error for each, in their order. Not a transaction: some may fail while others succeed.
     *
     * @throws StarlingException where none was tried
     */
    public List<Result<String>> putMany(List<Item> items, WriteOptions options) {
        WriteOptions later = later(options);
        return writeMany(items, some -> Requests.putMany(some, later), options.timeout());
    }

    /** Up to 1024 gets, with a result for each, in their order. @throws StarlingException where none was tried */
    public List<Result<Found>> getMany(List<String> keys, ReadOptions options) {
        Batch batch = new Batch(cluster, some -> Requests.getMany(some, options));
        return batch.run(itemsOf(keys), options.timeout()).stream().map(result -> result.map(this::saw)).toList();
    }

    /** Up to 1024 deletions, with a version or an error for each, in their order. @throws StarlingException where none was tried */
    public List<Result<String>> deleteMany(List<String> keys, WriteOptions options) {
        WriteOptions later = later(options);
        return writeMany(itemsOf(keys), some -> Requests.deleteMany(some, later), options.timeout());
    }

    /** Where the key lives, without asking anybody. @throws StarlingException INVALID_ARGUMENT where it can't be a key */
    public Route route(String key) {
        Topology topology = cluster.router.topology();
        int partition = topology.partitionOf(key);
        List<String> owners = topology.ownersOf(partition).stream().map(Topology.Member::address).toList();
        return new Route(Tokens.tokenOf(key), partition, owners);
    }

    /** Closes every connection; requests under way end with STOPPED. Idempotent. */
    @Override
    public void close() {
        cluster.close();
    }

    private String write(int partition, ClientRequest request, Duration timeout) {
        ClientResponse response = cluster.ask(partition, request, timeout);
        if (!response.hasWrite()) throw StarlingException.misfit("a version");
        return saw(new Found(null, Found.versionOf(response.getWrite()), null)).version();
    }

    private List<Result<String>> writeMany(List<Item> items, Function<List<Item>, ClientRequest> request, Duration timeout) {
        List<Result<Found>> results = new Batch(cluster, request).run(items, timeout);
        return results.stream().map(result -> result.map(this::saw).map(Found::version)).toList();
    }

    private synchronized Found saw(Found found) {
        session = later(session, found.version());
        return found;
    }

    /** With the highest of the versions that this client has seen, or was handed. */
    private WriteOptions later(WriteOptions options) {
        return options.withSession(later(options.session(), session()));
    }

    private static String later(String a, String b) {
        if (a == null) return b;
        return b == null || a.compareTo(b) >= 0 ? a : b;
    }

    private static List<Item> itemsOf(List<String> keys) {
        return keys.stream().map(key -> new Item(key, "")).toList();
    }
}
