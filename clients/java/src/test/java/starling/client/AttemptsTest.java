package starling.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final double MILLISECOND = 1e6;
    private static final double NEARLY = 0.001;

    private long now;

    @Test
    void errorsAreSentAgainAsTheVectorsHaveIt() {
        for (JsonObject want : Vectors.objects(Vectors.read("retries"), "cases")) {
            fail(want, 0, "least");
            fail(want, 1, "most");
        }
    }

    private void fail(JsonObject want, double chance, String bound) {
        String name = Vectors.text(want, "name");
        Duration timeout = Duration.ofMillis(want.get("timeoutMs").getAsLong());
        Attempts attempts = new Attempts(timeout, want.get("retries").getAsInt(), () -> now, () -> chance);
        List<JsonObject> pauses = Vectors.objects(want, "pauses");
        int made = 0;
        String ended = null;
        for (JsonObject failure : Vectors.objects(want, "failures")) {
            double left = attempts.begin() / MILLISECOND;
            if (chance == 0) assertEquals(want.getAsJsonArray("attemptMs").get(made).getAsDouble(), left, NEARLY, name);
            now += (long) (failure.get("tookMs").getAsDouble() * MILLISECOND);
            Duration retryAfter = Duration.ofMillis(failure.get("retryAfterMs").getAsLong());
            StarlingException error = new StarlingException(Code.valueOf(Vectors.text(failure, "code")), "planted", retryAfter, null);
            try {
                long pause = attempts.pauseAfter(error, failure.get("elsewhere").getAsBoolean());
                assertEquals(pauses.get(made++).get(bound).getAsDouble(), pause / MILLISECOND, NEARLY, name);
                now += pause;
            } catch (StarlingException last) {
                ended = last.code().name();
                break;
            }
        }
        assertEquals(pauses.size(), made, name);
        assertEquals(Vectors.text(want, "error"), ended, name);
    }
}
