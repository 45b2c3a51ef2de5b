package org.driftgate.process;

import static org.driftgate.process.RebalancingRunBpmn.SETTLED;
import static org.driftgate.process.RebalancingRunBpmn.runOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.run.Runs;
import org.driftgate.shared.RunId;
import org.springframework.stereotype.Component;

/** Says whether the run is settled: every case closed, or the firm's day over. */
@Component
class CountOpenCasesDelegate implements JavaDelegate {

    private final Runs runs;
    private final RunSchedule schedule;

    CountOpenCasesDelegate(Runs runs, RunSchedule schedule) {
        this.runs = runs;
        this.schedule = schedule;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RunId run = runOf(execution);
        SETTLED.set(
                execution,
                runs.everyCaseIsClosed(run) || schedule.dayIsOver(runs.find(run).startedAt()));
    }
}
