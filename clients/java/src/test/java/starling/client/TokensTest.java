package starling.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {
    private final JsonObject vectors = Vectors.read("keys");

    @Test
    void tokensAndPartitionsAreThoseOfTheVectors() {
        List<JsonObject> keys = Vectors.objects(vectors, "keys");
        assertTrue(keys.size() > 20);
        for (JsonObject want : keys) {
            long token = Tokens.tokenOf(Vectors.text(want, "key"));
            assertEquals(Vectors.text(want, "token"), String.format("%016x", token));
            want.getAsJsonObject("partitions").asMap().forEach((partitions, partition) ->
                    assertEquals(partition.getAsInt(), Tokens.partitionOf(token, Integer.parseInt(partitions))));
        }
    }

    @Test
    void whatCanNotBeAKeyIsRefused() {
        List<String> keys = new ArrayList<>(Vectors.texts(vectors, "refused"));
        keys.add("\ud800");
        for (String key : keys) {
            StarlingException error = assertThrows(StarlingException.class, () -> Tokens.tokenOf(key));
            assertEquals(Code.INVALID_ARGUMENT, error.code());
        }
    }
}
