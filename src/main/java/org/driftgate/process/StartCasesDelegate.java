package org.driftgate.process;

import static org.driftgate.process.RebalancingRunBpmn.CASES_LEFT;
import static org.driftgate.process.RebalancingRunBpmn.runOf;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.run.Runs;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** Starts the processes of up to a hundred cases. */
@Component
class StartCasesDelegate implements JavaDelegate {

    private static final int BATCH = 100;
    private final Runs runs;
    private final RuntimeService runtime;

    StartCasesDelegate(Runs runs, RuntimeService runtime) {
        this.runs = runs;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<CaseId> batch = runs.notStarted(runOf(execution), BATCH);
        batch.stream().filter(runs::markStarted).forEach(this::start);
        CASES_LEFT.set(execution, batch.size() == BATCH);
    }

    private void start(CaseId about) {
        runtime.startProcessInstanceByKey(
                DriftToNotificationBpmn.PROCESS,
                about.value(),
                Map.of(
                        DriftToNotificationBpmn.CASE_ID.name(), about.value(),
                        DriftToNotificationBpmn.RUN_ID.name(), about.run().value()));
    }
}
