package starling.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import starling.v1.Client;
import starling.v1.Client.ClientRequest;
import starling.v1.Client.ClientResponse;

/**
 * One batch: grouped by the peer to ask, sent at the same time, and sent again item by item where that helps. Every item ends with a
 * result of its own; of a write only the version is set.
 */
final class Batch {
    private static final int MAX_ITEMS = 1024;
    /** Bytes of keys and values in one request, so that a batch doesn't hold up what shares the connection. */
    private static final int REQUEST_BYTES = 512 << 10;

    private final Cluster cluster;
    private final Function<List<Item>, ClientRequest> request;
    private Result<Found>[] results;

    Batch(Cluster cluster, Function<List<Item>, ClientRequest> request) {
        this.cluster = cluster;
        this.request = request;
    }

    private record Waiting(Item item, int index, int partition, int sizeBytes, Attempts attempts) {}

    private static final class Group {
        final String address;
        final List<Waiting> items = new ArrayList<>();
        int sizeBytes;
        Cluster.Sending sending;

        Group(String address) {
            this.address = address;
        }
    }

    /** The results in the order of the items. @throws StarlingException INVALID_ARGUMENT where there are too many; nothing was sent */
    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types.
    List<Result<Found>> run(List<Item> items, Duration timeout) {
        if (items.size() > MAX_ITEMS) {
            String limit = "more than the " + MAX_ITEMS + " allowed; make several";
            throw StarlingException.invalid("a batch of " + items.size() + " items, " + limit);
        }
        results = new Result[items.size()];
        List<Waiting> waiting = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            Item item = items.get(index);
            try {
                Requests.check(item);
                int partition = cluster.router.topology().partitionOf(item.key());
                int sizeBytes = Text.utf8(item.key(), "key").length + Text.utf8(item.value(), "value").length;
                waiting.add(new Waiting(item, index, partition, sizeBytes, cluster.attempts(timeout)));
            } catch (StarlingException error) {
                results[index] = Result.failed(error);
            }
        }
        while (!waiting.isEmpty()) waiting = round(waiting);
        return Arrays.asList(results);
    }

    /** Sends all at once, and waits where some are to be sent again: it returns those. */
    private List<Waiting> round(List<Waiting> items) {
        List<Group> groups = groups(items);
        groups.forEach(this::send);
        List<Waiting> again = new ArrayList<>();
        long longest = 0;
        for (Group group : groups) {
            List<Result<Found>> answered = answered(group);
            for (int i = 0; i < answered.size(); i++) {
                Waiting waiting = group.items.get(i);
                results[waiting.index] = answered.get(i);
                StarlingException error = answered.get(i).error();
                if (error == null) continue;
                boolean elsewhere = !cluster.router.pick(waiting.partition, List.of()).equals(group.address);
                try {
                    longest = Math.max(longest, waiting.attempts.pauseAfter(error, elsewhere));
                    again.add(waiting);
                } catch (StarlingException last) {
                    results[waiting.index] = Result.failed(last);
                }
            }
        }
        try {
            cluster.sleep(longest);
            return again;
        } catch (StarlingException stopped) {
            again.forEach(waiting -> results[waiting.index] = Result.failed(stopped));
            return List.of();
        }
    }

    private void send(Group group) {
        long timeout = group.items.stream().mapToLong(waiting -> waiting.attempts.begin()).min().orElseThrow();
        List<Item> items = group.items.stream().map(Waiting::item).toList();
        group.sending = cluster.send(group.address, request.apply(items), timeout);
    }

    /** A result for each item of the group. */
    private static List<Result<Found>> answered(Group group) {
        int count = group.items.size();
        try {
            List<Result<Found>> answered = resultsOf(group.sending.await());
            if (answered.size() == count) return answered;
            throw StarlingException.misfit("a batch");
        } catch (StarlingException error) {
            return Collections.nCopies(count, Result.failed(error));
        }
    }

    static List<Result<Found>> resultsOf(ClientResponse response) {
        List<Result<Found>> results = new ArrayList<>();
        for (Client.WriteManyResult.Item item : response.getWriteMany().getItemsList()) {
            results.add(
                    item.hasError()
                            ? Result.failed(StarlingException.fromWire(item.getError()))
                            : Result.of(new Found(null, Found.versionOf(item.getWrite()), null)));
        }
        for (Client.ReadManyResult.Item item : response.getReadMany().getItemsList()) {
            results.add(
                    item.hasError()
                            ? Result.failed(StarlingException.fromWire(item.getError()))
                            : Result.of(Found.fromWire(item.getRead())));
        }
        return results;
    }

    private List<Group> groups(List<Waiting> items) {
        List<Group> groups = new ArrayList<>();
        Map<String, Group> filling = new HashMap<>();
        for (Waiting waiting : items) {
            String address = cluster.router.pick(waiting.partition, List.of());
            Group group = filling.get(address);
            if (group == null || group.sizeBytes + waiting.sizeBytes > REQUEST_BYTES) {
                group = new Group(address);
                filling.put(address, group);
                groups.add(group);
            }
            group.items.add(waiting);
            group.sizeBytes += waiting.sizeBytes;
        }
        return groups;
    }
}
