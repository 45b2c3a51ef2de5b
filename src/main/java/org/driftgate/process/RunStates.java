package org.driftgate.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.driftgate.run.Runs;
import org.driftgate.shared.RunId;
import org.springframework.stereotype.Component;

/** Moves runs to their end; used by the model by name. */
@Component
public class RunStates {

    private final Runs runs;

    RunStates(Runs runs) {
        this.runs = runs;
    }

    public void finish(DelegateExecution execution) {
        runs.finish(RebalancingRunBpmn.runOf(execution));
    }

    /** Records the abortion in the step's transaction and returns the error by which the step leaves. */
    BpmnError abort(RunId run, List<String> problems) {
        String reason = RoutingFacts.shortened(String.join(" ", problems));
        runs.abort(run, reason);
        return new BpmnError(RebalancingRunBpmn.SNAPSHOT_INCOMPLETE, reason);
    }
}
