package starling.client;

import starling.v1.Common;

/** When an owner acknowledges a write. */
public enum Durability {
    /** After fdatasync; the default. */
    FSYNC(Common.Durability.DURABILITY_FSYNC),
    /** As soon as it is in memory; a power cut may take it. */
    MEMORY(Common.Durability.DURABILITY_MEMORY);

    final Common.Durability wire;

    Durability(Common.Durability wire) {
        this.wire = wire;
    }
}
