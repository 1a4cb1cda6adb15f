package starling.client;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Function;

/** What a client gives its program, as the JSON of the vectors and of the conformance suite. */
final class Plain {
    private Plain() {}

    static JsonObject of(Found found) {
        JsonObject plain = new JsonObject();
        plain.addProperty("value", found.value());
        plain.addProperty("version", found.version());
        plain.addProperty("expiresAtMs", found.expiresAt() == null ? null : found.expiresAt().toEpochMilli());
        return plain;
    }

    static JsonObject ofVersion(String version) {
        JsonObject plain = new JsonObject();
        plain.addProperty("version", version);
        return plain;
    }

    static JsonObject of(StarlingException error) {
        JsonObject plain = new JsonObject();
        plain.addProperty("code", error.code().name());
        plain.addProperty("message", error.getMessage());
        plain.addProperty("retryable", error.code().isRetryable());
        plain.addProperty("retryAfterMs", error.retryAfter().isZero() ? null : error.retryAfter().toMillis());
        JsonObject outcome = new JsonObject();
        outcome.add("error", plain);
        return outcome;
    }

    static <T> JsonArray ofAll(List<Result<T>> results, Function<T, JsonObject> plain) {
        JsonArray all = new JsonArray();
        for (Result<T> result : results) all.add(result.error() == null ? plain.apply(result.value()) : of(result.error()));
        return all;
    }
}
