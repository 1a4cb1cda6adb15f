package starling.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Whom to ask (docs/protocol.md, "Routing to owners"). A wrong guess costs one more hop, never a wrong answer. */
final class Router {
    /** The partition of what any peer can do. */
    static final int ANYWHERE = -1;

    private static final int TRIED = 8;
    private static final int UNWELL = 4;
    private static final int DEAD = 2;
    private static final int SUSPECT = 1;

    private final List<String> seeds;
    private final Predicate<String> isWell;
    /** Moves on with every request, so that those who aren't owners share what they are asked. */
    private final AtomicInteger turn = new AtomicInteger();
    private volatile Topology topology;

    /**
     * @param seeds the addresses that the program gave
     * @param isWell whether the last attempts at an address went well
     */
    Router(List<String> seeds, Predicate<String> isWell) {
        this.seeds = seeds;
        this.isWell = isWell;
    }

    Topology topology() {
        return topology;
    }

    void install(Topology topology) {
        this.topology = topology;
    }

    /** The candidate with the lowest penalty, the first of those. @param tried addresses that this very request failed at */
    String pick(int partition, Collection<String> tried) {
        String best = "";
        int least = Integer.MAX_VALUE;
        for (Candidate candidate : candidates(partition)) {
            int penalty = penalty(candidate, tried);
            if (penalty == 0) return candidate.address;
            if (penalty < least) {
                best = candidate.address;
                least = penalty;
            }
        }
        return best;
    }

    /** Every address known. */
    Set<String> addresses() {
        Set<String> known = new HashSet<>();
        for (Candidate candidate : candidates(ANYWHERE)) known.add(candidate.address);
        return known;
    }

    private record Candidate(String address, String liveness) {
        static Candidate of(Topology.Member member) {
            return new Candidate(member.address(), member.liveness());
        }
    }

    private List<Candidate> candidates(int partition) {
        int start = turn.getAndIncrement();
        Topology current = topology;
        List<Candidate> candidates = new ArrayList<>();
        if (current != null) {
            if (partition != ANYWHERE) current.ownersOf(partition).forEach(owner -> candidates.add(Candidate.of(owner)));
            for (int i = 0; i < current.members.size(); i++) {
                Topology.Member member = current.members.get(Math.floorMod(start + i, current.members.size()));
                if (member.canBeAsked()) candidates.add(Candidate.of(member));
            }
        }
        for (int i = 0; i < seeds.size(); i++) candidates.add(new Candidate(seeds.get(Math.floorMod(start + i, seeds.size())), "alive"));
        return candidates;
    }

    private int penalty(Candidate candidate, Collection<String> tried) {
        int penalty = tried.contains(candidate.address) ? TRIED : 0;
        if (!isWell.test(candidate.address)) penalty += UNWELL;
        return penalty + switch (candidate.liveness) {
            case "alive" -> 0;
            case "suspect" -> SUSPECT;
            default -> DEAD;
        };
    }
}
