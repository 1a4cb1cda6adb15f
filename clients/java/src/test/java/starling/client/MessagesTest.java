package starling.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import starling.v1.Client.ClientRequest;
import starling.v1.Client.ClientResponse;

class MessagesTest {
    private final JsonObject vectors = Vectors.read("messages");

    @Test
    void requestsAreBuiltAsTheVectorsHaveThem() throws InvalidProtocolBufferException {
        for (JsonObject want : Vectors.objects(vectors, "requests")) {
            ClientRequest.Builder built = build(want.getAsJsonObject("operation"), Vectors.text(want, "session")).toBuilder();
            built.setId(want.get("id").getAsInt()).setTimeoutMs(want.get("timeoutMs").getAsInt());
            ClientRequest expected = ClientRequest.parseFrom(Vectors.bytes(Vectors.text(want, "hex")));
            assertEquals(expected, built.build(), Vectors.text(want, "name"));
        }
    }

    @Test
    void answersAreReadAsTheVectorsHaveThem() throws InvalidProtocolBufferException {
        for (JsonObject want : Vectors.objects(vectors, "answers")) {
            JsonElement read = plain(Vectors.response(Vectors.text(want, "hex")));
            assertEquals(want.get("reads"), read, Vectors.text(want, "name"));
        }
    }

    @Test
    void whatCanNotBeSentIsRefused() {
        Duration tooLong = Requests.LONGEST_TTL.plusMillis(1);
        for (Duration ttl : List.of(Duration.ZERO, Duration.ofMillis(-1), Duration.ofNanos(1_500_000), tooLong)) {
            assertInvalid(() -> Requests.check(new Item("k", "v", ttl)));
        }
        for (String value : List.of("\udc00", "v".repeat(Requests.MAX_VALUE_BYTES + 1))) {
            assertInvalid(() -> Requests.check(new Item("k", value)));
        }
        for (String session : List.of("", "00", "no version")) {
            assertInvalid(() -> Requests.delete("k", WriteOptions.DEFAULT.withSession(session)));
        }
        assertInvalid(() -> ConnectOptions.DEFAULT.withTimeout(Duration.ofMinutes(3)));
        assertInvalid(() -> ConnectOptions.DEFAULT.withRetries(-1));
        for (String token : List.of("", "\udc00", "t".repeat(257))) {
            assertInvalid(() -> ConnectOptions.DEFAULT.withToken(token));
        }
    }

    private static void assertInvalid(Runnable attempt) {
        assertEquals(Code.INVALID_ARGUMENT, assertThrows(StarlingException.class, attempt::run).code());
    }

    private static ClientRequest build(JsonObject operation, String session) {
        Consistency consistency = named(Consistency.class, Vectors.text(operation, "consistency"));
        Durability durability = named(Durability.class, Vectors.text(operation, "durability"));
        ReadOptions read = ReadOptions.DEFAULT.withConsistency(consistency);
        WriteOptions write = new WriteOptions(consistency, durability, operation.has("sloppy"), null, session);
        String key = Vectors.text(operation, "key");
        List<Item> items = new ArrayList<>();
        for (String each : Vectors.texts(operation, "keys")) items.add(new Item(each, ""));
        if (operation.has("items")) for (JsonObject each : Vectors.objects(operation, "items")) items.add(itemOf(each));
        return switch (Vectors.text(operation, "kind")) {
            case "put" -> Requests.put(itemOf(operation), write);
            case "get" -> Requests.get(key, read);
            case "delete" -> Requests.delete(key, write);
            case "putMany" -> Requests.putMany(items, write);
            case "getMany" -> Requests.getMany(items, read);
            case "deleteMany" -> Requests.deleteMany(items, write);
            case "authenticate" -> Requests.authenticate(Vectors.text(operation, "token"));
            default -> Requests.topology();
        };
    }

    private static Item itemOf(JsonObject json) {
        Duration ttl = json.has("ttlMs") ? Duration.ofMillis(json.get("ttlMs").getAsLong()) : null;
        return new Item(Vectors.text(json, "key"), Vectors.text(json, "value"), ttl);
    }

    private static <E extends Enum<E>> E named(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }

    private static JsonElement plain(ClientResponse response) {
        if (response.hasError()) return Plain.of(StarlingException.fromWire(response.getError()));
        if (response.hasWrite()) return Plain.ofVersion(Found.versionOf(response.getWrite()));
        if (response.hasRead()) return Plain.of(Found.fromWire(response.getRead()));
        List<Result<Found>> results = Batch.resultsOf(response);
        JsonObject plain = new JsonObject();
        plain.add("items", response.hasReadMany()
                ? Plain.ofAll(results, Plain::of)
                : Plain.ofAll(results, found -> Plain.ofVersion(found.version())));
        return plain;
    }
}
