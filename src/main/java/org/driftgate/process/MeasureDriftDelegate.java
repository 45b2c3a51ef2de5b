package org.driftgate.process;

import static org.driftgate.process.RebalancingRunBpmn.runOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.drift.MeasureDrift;
import org.springframework.stereotype.Component;

/** Measures every household of the run. */
@Component
class MeasureDriftDelegate implements JavaDelegate {

    private final MeasureDrift measureDrift;

    MeasureDriftDelegate(MeasureDrift measureDrift) {
        this.measureDrift = measureDrift;
    }

    @Override
    public void execute(DelegateExecution execution) {
        measureDrift.ofRun(runOf(execution));
    }
}
