package org.driftgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.driftgate.drift.DriftLog;
import org.driftgate.household.Snapshots;
import org.driftgate.run.Cases;
import org.driftgate.run.RebalancingCase;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** Reads at the start of a case what lists show of it; used by the model by name. */
@Component
public class CaseFacts {

    private final Cases cases;
    private final Snapshots snapshots;
    private final DriftLog drift;

    CaseFacts(Cases cases, Snapshots snapshots, DriftLog drift) {
        this.cases = cases;
        this.snapshots = snapshots;
        this.drift = drift;
    }

    public void describe(DelegateExecution execution) {
        CaseId about = DriftToNotificationBpmn.caseOf(execution);
        RebalancingCase opened = cases.get(about);
        String largest = drift.of(about).largestDrift().inPercent();
        String lifeEvent =
                snapshots.household(opened.snapshot(), about.household()).lifeEvent();
        DriftToNotificationBpmn.HOUSEHOLD_NAME.set(execution, opened.householdName());
        DriftToNotificationBpmn.ADVISER.set(execution, opened.adviser().value());
        DriftToNotificationBpmn.MAX_DRIFT_PCT.set(execution, Double.valueOf(largest));
        DriftToNotificationBpmn.LIFE_EVENT.set(execution, lifeEvent != null);
        DriftToNotificationBpmn.TRADED_ALREADY.set(execution, false);
        DriftToNotificationBpmn.SITUATION.set(execution, lifeEvent);
        if (lifeEvent != null) DriftToNotificationBpmn.STATE_REASON.set(execution, lifeEvent);
    }
}
