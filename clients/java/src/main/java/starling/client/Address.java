package starling.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a client port listens. */
record Address(String host, int port, String text) {
    private static final Pattern PATTERN = Pattern.compile("(?:\\[([0-9a-fA-F:.%\\w]+)\\]|([^:\\[\\]\\s/]+)):(\\d{1,5})");

    /** @throws StarlingException INVALID_ARGUMENT unless it reads host:port, with the port in 1..65535 */
    static Address parse(String text) {
        Matcher matcher = PATTERN.matcher(text);
        if (matcher.matches()) {
            int port = Integer.parseInt(matcher.group(3));
            String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            if (port >= 1 && port <= 65_535) return new Address(host, port, text);
        }
        String example = "write host:port, for example 127.0.0.1:7400 or [::1]:7400";
        throw StarlingException.invalid("\"" + text + "\" is no address; " + example);
    }

    @Override
    public String toString() {
        return text;
    }
}
