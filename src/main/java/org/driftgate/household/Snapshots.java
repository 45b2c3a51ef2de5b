package org.driftgate.household;

import java.util.List;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.SnapshotId;
import org.springframework.stereotype.Component;

/** Stored snapshots, immutable. */
@Component
public class Snapshots {

    public Household household(SnapshotId snapshot, HouseholdId household) {
        throw new UnsupportedOperationException(household.value() + snapshot);
    }

    /** Securities, models and substitutes of a snapshot; its household list is empty. */
    public Book market(SnapshotId snapshot) {
        throw new UnsupportedOperationException(snapshot.toString());
    }

    /** Every household of a snapshot with its book, read in one pass. */
    public Book whole(SnapshotId snapshot) {
        throw new UnsupportedOperationException(snapshot.toString());
    }

    /** Households that validation quarantined, each with the finding that did it. */
    public List<Finding> quarantine(SnapshotId snapshot) {
        throw new UnsupportedOperationException(snapshot.toString());
    }

    /** The source's hash of what arrived. */
    public String sourceHash(SnapshotId snapshot) {
        throw new UnsupportedOperationException(snapshot.toString());
    }
}
