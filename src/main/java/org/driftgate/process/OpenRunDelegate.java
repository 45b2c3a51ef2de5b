package org.driftgate.process;

import static org.driftgate.process.RebalancingRunBpmn.RUN_DUE;
import static org.driftgate.process.RebalancingRunBpmn.RUN_ID;
import static org.driftgate.process.RebalancingRunBpmn.SKIP_REASON;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.run.Runs;
import org.driftgate.shared.RunId;
import org.springframework.stereotype.Component;

/** Opens the run unless that was done when it was requested, or skips a scheduled start that is not due. */
@Component
class OpenRunDelegate implements JavaDelegate {

    private final Runs runs;
    private final RunStarts starts;

    OpenRunDelegate(Runs runs, RunStarts starts) {
        this.runs = runs;
        this.starts = starts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<String> objection = starts.objection(execution);
        RUN_DUE.set(execution, objection.isEmpty());
        if (objection.isPresent()) {
            SKIP_REASON.set(execution, objection.get());
            return;
        }
        if (starts.isOpened(execution)) return;
        RunId run = runs.open(starts.request(execution));
        RUN_ID.set(execution, run.value());
        execution.setProcessBusinessKey(run.value());
    }
}
