package starling.client;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Java's strings as UTF-8: unlike String.getBytes it doesn't mend a lone surrogate in silence. */
final class Text {
    private Text() {}

    /** @throws StarlingException INVALID_ARGUMENT where UTF-8 can't carry it */
    static byte[] utf8(String text, String what) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException error) {
            throw StarlingException.invalid("the " + what + " has a lone surrogate, which UTF-8 cannot carry");
        }
    }
}
