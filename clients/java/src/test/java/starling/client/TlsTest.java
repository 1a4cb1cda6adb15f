package starling.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @Test
    void filesThatAreMissingOrNoneAreRefusedByName(@TempDir Path folder) throws IOException {
        Path broken = folder.resolve("broken.crt");
        Files.writeString(broken, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        Path empty = Files.createFile(folder.resolve("empty.crt"));
        for (Path file : List.of(folder.resolve("missing.crt"), empty, broken)) {
            StarlingException error = assertThrows(StarlingException.class, () -> Tls.trusting(file));
            assertEquals(Code.INVALID_ARGUMENT, error.code());
            assertTrue(error.getMessage().contains(file.toString()), error.getMessage());
            assertThrows(StarlingException.class, () -> Tls.trusting(null, file, file));
        }
    }

    @Test
    void aTokenDoesNotShowWhereTheOptionsArePrinted() {
        assertFalse(ConnectOptions.DEFAULT.withToken("a token that nobody may see").toString().contains("nobody"));
    }
}
