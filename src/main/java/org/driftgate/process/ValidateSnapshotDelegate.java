package org.driftgate.process;

import static org.driftgate.process.RebalancingRunBpmn.runOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.household.Finding;
import org.driftgate.household.ValidateSnapshot;
import org.driftgate.household.ValidateSnapshot.Outcome.Unusable;
import org.driftgate.shared.RunId;
import org.driftgate.trading.CompareSettledLots;
import org.springframework.stereotype.Component;

/** Judges the run's snapshot; an unusable one aborts the run, a usable one shows the lots that yesterday's sales took. */
@Component
class ValidateSnapshotDelegate implements JavaDelegate {

    private final ValidateSnapshot validateSnapshot;
    private final CompareSettledLots settledLots;
    private final RunStates states;

    ValidateSnapshotDelegate(ValidateSnapshot validateSnapshot, CompareSettledLots settledLots, RunStates states) {
        this.validateSnapshot = validateSnapshot;
        this.settledLots = settledLots;
        this.states = states;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RunId run = runOf(execution);
        if (validateSnapshot.ofRun(run) instanceof Unusable unusable)
            throw states.abort(
                    run, unusable.findings().stream().map(Finding::sentence).toList());
        settledLots.inSnapshotOf(run);
    }
}
