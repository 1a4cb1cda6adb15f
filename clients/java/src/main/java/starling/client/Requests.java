package starling.client;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import starling.v1.Client;
import starling.v1.Client.ClientRequest;

/** Builds the messages that a client sends, and refuses what can't be sent at all. */
final class Requests {
    static final int MAX_VALUE_BYTES = 8 << 20;
    static final Duration LONGEST_TTL = Duration.ofDays(3650);
    private static final int VERSION_BYTES = 14;
    private static final int MAX_TOKEN_BYTES = 256;

    private Requests() {}

    static ClientRequest put(Item item, WriteOptions options) {
        check(item);
        Client.Put.Builder put = Client.Put.newBuilder().setKey(item.key()).setValue(item.value()).setTtlMs(ttlMs(item.ttl()));
        put.setConsistency(Consistency.toWire(options.consistency())).setDurability(options.durability().wire);
        return written(options).setPut(put).build();
    }

    static ClientRequest get(String key, ReadOptions options) {
        Client.Get.Builder get = Client.Get.newBuilder().setKey(key);
        get.setConsistency(Consistency.toWire(options.consistency()));
        return ClientRequest.newBuilder().setGet(get).build();
    }

    static ClientRequest delete(String key, WriteOptions options) {
        Client.Delete.Builder delete = Client.Delete.newBuilder().setKey(key);
        delete.setConsistency(Consistency.toWire(options.consistency())).setDurability(options.durability().wire);
        return written(options).setDelete(delete).build();
    }

    /** The items have been checked. */
    static ClientRequest putMany(List<Item> items, WriteOptions options) {
        Client.PutMany.Builder puts = Client.PutMany.newBuilder();
        puts.setConsistency(Consistency.toWire(options.consistency())).setDurability(options.durability().wire);
        for (Item item : items) {
            puts.addItemsBuilder().setKey(item.key()).setValue(item.value()).setTtlMs(ttlMs(item.ttl()));
        }
        return written(options).setPutMany(puts).build();
    }

    static ClientRequest getMany(List<Item> items, ReadOptions options) {
        Client.GetMany.Builder gets = Client.GetMany.newBuilder().addAllKeys(keysOf(items));
        gets.setConsistency(Consistency.toWire(options.consistency()));
        return ClientRequest.newBuilder().setGetMany(gets).build();
    }

    static ClientRequest deleteMany(List<Item> items, WriteOptions options) {
        Client.DeleteMany.Builder deletes = Client.DeleteMany.newBuilder().addAllKeys(keysOf(items));
        deletes.setConsistency(Consistency.toWire(options.consistency())).setDurability(options.durability().wire);
        return written(options).setDeleteMany(deletes).build();
    }

    static ClientRequest topology() {
        return ClientRequest.newBuilder().setTopology(Client.TopologyRequest.getDefaultInstance()).build();
    }

    static ClientRequest authenticate(String token) {
        return ClientRequest.newBuilder().setAuthenticate(Client.Authenticate.newBuilder().setToken(token)).build();
    }

    /** @throws StarlingException INVALID_ARGUMENT, without the token, where it can be none */
    static String checkToken(String token) {
        int bytes = Text.utf8(token, "token").length;
        if (bytes >= 1 && bytes <= MAX_TOKEN_BYTES) return token;
        throw StarlingException.invalid("the token has " + bytes + " bytes of UTF-8; give one of 1 to " + MAX_TOKEN_BYTES);
    }

    /** @throws StarlingException INVALID_ARGUMENT where it can't be sent at all */
    static void check(Item item) {
        int bytes = Text.utf8(item.value(), "value").length;
        if (bytes > MAX_VALUE_BYTES) {
            String limit = "more than any peer stores (" + MAX_VALUE_BYTES + ")";
            throw StarlingException.invalid("the value has " + bytes + " bytes of UTF-8, " + limit);
        }
        ttlMs(item.ttl());
    }

    /** 0 is refused: where somebody's subtraction comes out at 0, a value for ever is the last thing that was meant. */
    private static double ttlMs(Duration ttl) {
        if (ttl == null) return 0;
        boolean isWhole = ttl.getNano() % 1_000_000 == 0;
        if (ttl.compareTo(Duration.ofMillis(1)) < 0 || ttl.compareTo(LONGEST_TTL) > 0 || !isWhole) {
            String range = "give whole milliseconds from 1 to ten years, or null for ever";
            throw StarlingException.invalid("a time to live of " + ttl + "; " + range);
        }
        return ttl.toMillis();
    }

    private static ClientRequest.Builder written(WriteOptions options) {
        return ClientRequest.newBuilder().setSloppy(options.sloppy()).setSession(sessionBytes(options.session()));
    }

    private static ByteString sessionBytes(String session) {
        if (session == null) return ByteString.EMPTY;
        try {
            byte[] bytes = HexFormat.of().parseHex(session);
            if (bytes.length == VERSION_BYTES) return ByteString.copyFrom(bytes);
        } catch (IllegalArgumentException error) {
            // As what is too short or too long.
        }
        throw StarlingException.invalid("session \"" + session + "\" is no version: pass on what a put, get or delete answered");
    }

    private static List<String> keysOf(List<Item> items) {
        return items.stream().map(Item::key).toList();
    }
}
