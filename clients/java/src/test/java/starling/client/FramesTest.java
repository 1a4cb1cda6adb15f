package starling.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramesTest {
    private final JsonObject vectors = Vectors.read("frames");

    @Test
    void framesAreFoundHoweverTheBytesAreCut() throws IOException {
        for (JsonObject want : Vectors.objects(vectors, "streams")) {
            List<InputStream> pieces = new ArrayList<>();
            for (String piece : Vectors.texts(want, "pieces")) pieces.add(new ByteArrayInputStream(Vectors.bytes(piece)));
            InputStream stream = new SequenceInputStream(Collections.enumeration(pieces));
            List<String> found = new ArrayList<>();
            boolean refused = false;
            try {
                for (byte[] message = Frames.read(stream); message != null; message = Frames.read(stream)) {
                    found.add(HexFormat.of().formatHex(message));
                }
            } catch (StarlingException error) {
                refused = error.code() == Code.PROTOCOL;
            } catch (EOFException error) {
                // The last frame hadn't come whole.
            }
            assertEquals(Vectors.texts(want, "frames"), found, Vectors.text(want, "name"));
            assertEquals(want.get("refused").getAsBoolean(), refused, Vectors.text(want, "name"));
        }
    }

    @Test
    void lengthsAreWrittenInTheShortestForm() {
        assertEquals(vectors.get("maxFrameBytes").getAsInt(), Frames.MAX_FRAME_BYTES);
        for (JsonObject want : Vectors.objects(vectors, "lengths")) {
            int length = want.get("length").getAsInt();
            byte[] framed = Frames.frame(new byte[length]);
            assertArrayEquals(Vectors.bytes(Vectors.text(want, "varint")), Arrays.copyOf(framed, framed.length - length));
        }
    }
}
