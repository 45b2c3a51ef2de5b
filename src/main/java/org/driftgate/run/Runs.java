package org.driftgate.run;

import java.util.List;
import java.util.Optional;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.RunId;
import org.driftgate.shared.SnapshotId;
import org.springframework.stereotype.Component;

/** Every run and the bucket of every household in it. */
@Component
public class Runs {

    /** Opens a run under the next free id of the business day and records who asked for it. */
    public RunId open(RunRequest request) {
        throw new UnsupportedOperationException(request.reason());
    }

    public Run find(RunId id) {
        throw new UnsupportedOperationException(id.value());
    }

    /** Newest first. */
    public List<Run> recent(int limit) {
        throw new UnsupportedOperationException("" + limit);
    }

    public Optional<Run> newest() {
        throw new UnsupportedOperationException();
    }

    public void abort(RunId id, String reason) {
        throw new UnsupportedOperationException(id.value() + reason);
    }

    /**
     * Keeps every household's bucket, and a case in state OPENED for each that is OUT_OF_BAND and has no open case in an
     * earlier run (that one gets ALREADY_OPEN). Repeating it changes nothing.
     */
    public void sort(RunId id, SnapshotId snapshot, List<HouseholdOutcome> outcomes) {
        throw new UnsupportedOperationException(id.value() + snapshot + outcomes);
    }

    public List<HouseholdOutcome> outcomes(RunId id) {
        throw new UnsupportedOperationException(id.value());
    }

    /** Cases whose process has not been started yet, in a fixed order, at most that many. */
    public List<CaseId> notStarted(RunId id, int limit) {
        throw new UnsupportedOperationException(id.value() + limit);
    }

    /** Insert-only mark that the process of a case was started; false when it was already there. */
    public boolean markStarted(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }

    public boolean everyCaseIsClosed(RunId id) {
        throw new UnsupportedOperationException(id.value());
    }

    public void finish(RunId id) {
        throw new UnsupportedOperationException(id.value());
    }
}
