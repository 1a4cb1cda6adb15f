package starling.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RouterTest {
    /** So many picks let every member be the first of those that share the load. */
    private static final int TURNS = 60;

    private final JsonObject vectors = Vectors.read("routing");

    @Test
    void theOwnersOfAKeyAreReadOutOfTheTopology() throws InvalidProtocolBufferException {
        Topology topology = topologyOf(Vectors.text(vectors, "topology"));
        for (JsonObject want : Vectors.objects(vectors, "keys")) {
            int partition = topology.partitionOf(Vectors.text(want, "key"));
            assertEquals(want.get("partition").getAsInt(), partition);
            List<String> owners = topology.ownersOf(partition).stream().map(Topology.Member::address).toList();
            assertEquals(Vectors.texts(want, "owners"), owners);
        }
    }

    @Test
    void whomToAskWhilePeersAreDownIsAsTheVectorsHaveIt() throws InvalidProtocolBufferException {
        for (JsonObject want : Vectors.objects(vectors, "picks")) {
            List<String> unwell = Vectors.texts(want, "unwell");
            Router router = new Router(Vectors.texts(vectors, "seeds"), address -> !unwell.contains(address));
            router.install(topologyOf(Vectors.text(vectors, "topology")));
            int partition = router.topology().partitionOf(Vectors.text(want, "key"));
            TreeSet<String> picked = new TreeSet<>();
            for (int i = 0; i < TURNS; i++) picked.add(router.pick(partition, Vectors.texts(want, "tried")));
            assertEquals(Vectors.texts(want, "anyOf"), new ArrayList<>(picked), want.toString());
        }
    }

    @Test
    void aTopologyThatContradictsItselfIsRefused() {
        for (JsonObject wrong : Vectors.objects(vectors, "refused")) {
            StarlingException error = assertThrows(StarlingException.class, () -> topologyOf(Vectors.text(wrong, "hex")));
            assertEquals(Code.PROTOCOL, error.code(), Vectors.text(wrong, "name"));
        }
    }

    private static Topology topologyOf(String hexadecimal) throws InvalidProtocolBufferException {
        return new Topology(Vectors.response(hexadecimal).getTopology());
    }
}
