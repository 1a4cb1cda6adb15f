package starling.client;

import java.util.ArrayList;
import java.util.List;
import starling.v1.Client;

/** Who owns what, as one peer told it. Immutable. */
final class Topology {
    /** address: host:port of its client port; empty where unknown. */
    record Member(String address, String liveness, String intent) {
        boolean canBeAsked() {
            return !address.isEmpty() && !intent.equals("left") && !intent.equals("removed");
        }
    }

    final int partitions;
    final List<Member> members = new ArrayList<>();
    private final int width;
    private final List<Integer> owners;

    /** @throws StarlingException PROTOCOL where the figures contradict each other */
    Topology(Client.Topology wire) {
        partitions = wire.getPartitions();
        width = wire.getWidth();
        owners = wire.getOwnersList();
        for (Client.TopologyMember m : wire.getMembersList()) {
            members.add(new Member(m.getClientAddress(), m.getLiveness(), m.getIntent()));
        }
        if (partitions < 1 || Integer.bitCount(partitions) != 1) {
            throw new StarlingException(Code.PROTOCOL, "a topology of " + partitions + " partitions, no power of two");
        }
        if (owners.size() != (long) partitions * width || owners.stream().anyMatch(i -> i < 0 || i >= members.size())) {
            throw new StarlingException(Code.PROTOCOL, "a topology whose owners do not fit its partitions and members");
        }
    }

    /** @throws StarlingException INVALID_ARGUMENT where it can't be a key */
    int partitionOf(String key) {
        return Tokens.partitionOf(Tokens.tokenOf(key), partitions);
    }

    /** The owners that can be asked, in the ring's order of preference. */
    List<Member> ownersOf(int partition) {
        List<Integer> indices = owners.subList(partition * width, (partition + 1) * width);
        return indices.stream().map(members::get).filter(Member::canBeAsked).toList();
    }
}
