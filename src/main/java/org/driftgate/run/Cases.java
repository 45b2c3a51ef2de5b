package org.driftgate.run;

import java.util.List;
import java.util.Optional;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.RunId;
import org.driftgate.shared.SnapshotId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every case and its state. */
@Component
public class Cases {

    /** Fails with {@link IllegalArgumentException} when there is no such case. */
    public RebalancingCase get(CaseId id) {
        throw new UnsupportedOperationException(id.value());
    }

    public Optional<RebalancingCase> find(CaseId id) {
        throw new UnsupportedOperationException(id.value());
    }

    public List<RebalancingCase> search(@Nullable RunId run, @Nullable CaseState state) {
        throw new UnsupportedOperationException("" + run + state);
    }

    /** Moves an open case; a closed case never moves again. A closing state is recorded as CASE_CLOSED. */
    public void moveTo(CaseId id, CaseState state, @Nullable String reason) {
        throw new UnsupportedOperationException(id.value() + state + reason);
    }

    /** Points the case to a newer snapshot of its household. */
    public void useSnapshot(CaseId id, SnapshotId snapshot) {
        throw new UnsupportedOperationException(id.value() + snapshot);
    }
}
