package org.driftgate.process;

import static org.driftgate.process.RebalancingRunBpmn.runOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.notification.SummarizeForAdvisers;
import org.springframework.stereotype.Component;

/** Sends each adviser the summary of the run. */
@Component
class SummarizeForAdvisersDelegate implements JavaDelegate {

    private final SummarizeForAdvisers summarizeForAdvisers;

    SummarizeForAdvisersDelegate(SummarizeForAdvisers summarizeForAdvisers) {
        this.summarizeForAdvisers = summarizeForAdvisers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        summarizeForAdvisers.ofRun(runOf(execution));
    }
}
