package starling.client;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** The line protocol of clients/conformance/README.md for the Java client. */
public final class Conformance {
    private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private StarlingClient client;

    private Conformance() {}

    public static void main(String[] arguments) throws IOException {
        Conformance adapter = new Conformance();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(GSON.toJson(adapter.outcomeOf(JsonParser.parseString(line).getAsJsonObject())));
        }
        adapter.close();
    }

    private JsonObject outcomeOf(JsonObject command) {
        try {
            JsonObject outcome = new JsonObject();
            outcome.add("ok", carryOut(command));
            return outcome;
        } catch (StarlingException error) {
            return Plain.of(error);
        }
    }

    private JsonObject carryOut(JsonObject command) {
        String key = Vectors.text(command, "key");
        return switch (Vectors.text(command, "do")) {
            case "connect" -> connect(command);
            case "close" -> close();
            case "together" -> together(Vectors.objects(command, "commands"));
            case "session" -> session();
            case "route" -> route(key);
            case "put" -> Plain.ofVersion(client.put(item(command), writeOptions(command)));
            case "get" -> Plain.of(client.get(key, readOptions(command)));
            case "delete" -> Plain.ofVersion(client.delete(key, writeOptions(command)));
            case "putMany" -> results(Plain.ofAll(
                    client.putMany(Vectors.objects(command, "items").stream().map(Conformance::item).toList(), writeOptions(command)),
                    Plain::ofVersion));
            case "getMany" -> results(Plain.ofAll(client.getMany(Vectors.texts(command, "keys"), readOptions(command)), Plain::of));
            case "deleteMany" -> results(Plain.ofAll(
                    client.deleteMany(Vectors.texts(command, "keys"), writeOptions(command)), Plain::ofVersion));
            default -> throw new IllegalArgumentException("unknown command " + command);
        };
    }

    private JsonObject connect(JsonObject command) {
        close();
        client = null;
        ConnectOptions options = ConnectOptions.DEFAULT;
        if (command.has("timeoutMs")) options = options.withTimeout(milliseconds(command, "timeoutMs"));
        if (command.has("retries")) options = options.withRetries(command.get("retries").getAsInt());
        if (command.has("tls")) options = options.withTls(context(command.getAsJsonObject("tls")));
        if (command.has("token")) options = options.withToken(Vectors.text(command, "token"));
        client = StarlingClient.connect(Vectors.texts(command, "addresses"), options);
        return new JsonObject();
    }

    private static SSLContext context(JsonObject files) {
        return Tls.trusting(path(files, "ca"), path(files, "cert"), path(files, "key"));
    }

    private static Path path(JsonObject files, String name) {
        return files.has(name) ? Path.of(Vectors.text(files, name)) : null;
    }

    private JsonObject close() {
        if (client != null) client.close();
        return new JsonObject();
    }

    private JsonObject together(List<JsonObject> commands) {
        ExecutorService threads = Executors.newFixedThreadPool(commands.size());
        try {
            List<CompletableFuture<JsonObject>> begun = commands.stream()
                    .map(command -> CompletableFuture.supplyAsync(() -> outcomeOf(command), threads))
                    .toList();
            JsonArray outcomes = new JsonArray();
            begun.forEach(outcome -> outcomes.add(outcome.join()));
            JsonObject result = new JsonObject();
            result.add("outcomes", outcomes);
            return result;
        } finally {
            threads.shutdown();
        }
    }

    private JsonObject session() {
        JsonObject result = new JsonObject();
        result.addProperty("session", client.session());
        return result;
    }

    private JsonObject route(String key) {
        Route route = client.route(key);
        JsonObject result = new JsonObject();
        result.addProperty("token", String.format("%016x", route.token()));
        result.addProperty("partition", route.partition());
        result.add("owners", GSON.toJsonTree(route.owners()));
        return result;
    }

    private static JsonObject results(JsonArray results) {
        JsonObject result = new JsonObject();
        result.add("results", results);
        return result;
    }

    private static Item item(JsonObject json) {
        return new Item(Vectors.text(json, "key"), Vectors.text(json, "value"), milliseconds(json, "ttlMs"));
    }

    private static ReadOptions readOptions(JsonObject command) {
        return new ReadOptions(consistency(command), milliseconds(command, "timeoutMs"));
    }

    private static WriteOptions writeOptions(JsonObject command) {
        Durability durability = "memory".equals(Vectors.text(command, "durability")) ? Durability.MEMORY : Durability.FSYNC;
        Duration timeout = milliseconds(command, "timeoutMs");
        boolean sloppy = command.has("sloppy") && command.get("sloppy").getAsBoolean();
        return new WriteOptions(consistency(command), durability, sloppy, timeout, Vectors.text(command, "session"));
    }

    private static Consistency consistency(JsonObject command) {
        String name = Vectors.text(command, "consistency");
        return name == null ? null : Consistency.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Duration milliseconds(JsonObject json, String name) {
        return json.has(name) ? Duration.ofMillis(json.get(name).getAsLong()) : null;
    }
}
