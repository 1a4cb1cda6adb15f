package starling.client;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import starling.v1.Client.ClientResponse;

/** Reads clients/vectors. */
final class Vectors {
    private Vectors() {}

    static JsonObject read(String name) {
        try {
            return JsonParser.parseString(Files.readString(Path.of("..", "vectors", name + ".json"))).getAsJsonObject();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    static List<JsonObject> objects(JsonObject parent, String name) {
        List<JsonObject> objects = new ArrayList<>();
        for (JsonElement element : parent.getAsJsonArray(name)) objects.add(element.getAsJsonObject());
        return objects;
    }

    static List<String> texts(JsonObject parent, String name) {
        List<String> texts = new ArrayList<>();
        JsonArray array = parent.getAsJsonArray(name);
        if (array != null) for (JsonElement element : array) texts.add(element.getAsString());
        return texts;
    }

    /** Null where it isn't there. */
    static String text(JsonObject parent, String name) {
        JsonElement element = parent.get(name);
        return element == null || element.isJsonNull() ? null : element.getAsString();
    }

    static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }

    static ClientResponse response(String hexadecimal) throws InvalidProtocolBufferException {
        return ClientResponse.parseFrom(bytes(hexadecimal));
    }
}
