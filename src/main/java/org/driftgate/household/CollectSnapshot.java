package org.driftgate.household;

import java.util.List;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.RunId;
import org.driftgate.shared.SnapshotId;
import org.springframework.stereotype.Component;

/** Collects what the portfolio source reports and keeps it whole, or not at all. */
@Component
public class CollectSnapshot {

    /** For every household of the run. Repeating it returns the snapshot that the run already has. */
    public Outcome forRun(RunId run) {
        throw new UnsupportedOperationException(run.value());
    }

    /** For the household of one case, later than its run; the case points to the new snapshot afterwards. */
    public Outcome forCase(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }

    public sealed interface Outcome {

        record Collected(SnapshotId snapshot, int households) implements Outcome {}

        record Incomplete(List<String> problems) implements Outcome {}
    }
}
