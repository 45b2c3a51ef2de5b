package org.driftgate.process;

import static org.driftgate.process.RebalancingRunBpmn.runOf;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.household.CollectSnapshot;
import org.driftgate.household.CollectSnapshot.Outcome.Incomplete;
import org.driftgate.shared.RunId;
import org.driftgate.shared.SystemFault;
import org.springframework.stereotype.Component;

/** Collects the run's snapshot; an incomplete answer, or a source that stays down, aborts the run. */
@Component
class CollectSnapshotDelegate implements JavaDelegate {

    private final CollectSnapshot collectSnapshot;
    private final Attempts attempts;
    private final RunStates states;

    CollectSnapshotDelegate(CollectSnapshot collectSnapshot, Attempts attempts, RunStates states) {
        this.collectSnapshot = collectSnapshot;
        this.attempts = attempts;
        this.states = states;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RunId run = runOf(execution);
        try {
            var outcome = attempts.inOwnTransaction(() -> collectSnapshot.forRun(run));
            if (outcome instanceof Incomplete incomplete) throw states.abort(run, incomplete.problems());
        } catch (SystemFault fault) {
            if (!attempts.isLast(execution)) throw fault;
            throw states.abort(run, List.of(String.valueOf(fault.getMessage())));
        }
    }
}
