package org.driftgate.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.driftgate.process.engine.EngineUser;
import org.driftgate.run.RunRequest;
import org.driftgate.run.Runs;
import org.driftgate.shared.RunId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts a run on request. */
@Component
public class RebalancingRuns {

    private final Runs runs;
    private final RuntimeService runtime;
    private final EngineUser user;

    RebalancingRuns(Runs runs, RuntimeService runtime, EngineUser user) {
        this.runs = runs;
        this.runtime = runtime;
        this.user = user;
    }

    /** Opens the run and starts its process in one transaction; the work itself goes on in the background. */
    @Transactional
    public RunId start(RunRequest request) {
        RunId run = runs.open(request);
        Map<String, Object> variables = Map.of(RebalancingRunBpmn.RUN_ID.name(), run.value());
        return user.asItself(() -> {
            runtime.startProcessInstanceByMessage(RebalancingRunBpmn.RUN_REQUESTED, run.value(), variables);
            return run;
        });
    }
}
