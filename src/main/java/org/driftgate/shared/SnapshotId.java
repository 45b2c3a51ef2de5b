package org.driftgate.shared;

import java.util.UUID;

/** What a source reported for a run or, later, for one household of it. */
public record SnapshotId(UUID value) {

    public static SnapshotId random() {
        return new SnapshotId(UUID.randomUUID());
    }

    public static SnapshotId parse(String value) {
        return new SnapshotId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
