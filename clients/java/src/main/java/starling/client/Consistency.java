package starling.client;

import starling.v1.Common;

/** How many of a key's owners must answer; by default as many as the cluster is configured with. */
public enum Consistency {
    /** One owner. A later read may miss the write, and an acknowledged write may be lost with one disk. */
    ONE(Common.Consistency.CONSISTENCY_ONE),
    /** A majority. */
    QUORUM(Common.Consistency.CONSISTENCY_QUORUM),
    /** All: fails while any is down. */
    ALL(Common.Consistency.CONSISTENCY_ALL);

    private final Common.Consistency wire;

    Consistency(Common.Consistency wire) {
        this.wire = wire;
    }

    /** Null: as the cluster is configured. */
    static Common.Consistency toWire(Consistency consistency) {
        return consistency == null ? Common.Consistency.CONSISTENCY_DEFAULT : consistency.wire;
    }
}
