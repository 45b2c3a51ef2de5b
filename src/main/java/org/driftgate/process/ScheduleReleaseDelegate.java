package org.driftgate.process;

import static org.driftgate.process.DriftToNotificationBpmn.RELEASE_AT;
import static org.driftgate.process.DriftToNotificationBpmn.caseOf;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.trading.ReleaseOrders;
import org.springframework.stereotype.Component;

/** Works out when the orders may be sent. */
@Component
class ScheduleReleaseDelegate implements JavaDelegate {

    private final ReleaseOrders releaseOrders;

    ScheduleReleaseDelegate(ReleaseOrders releaseOrders) {
        this.releaseOrders = releaseOrders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RELEASE_AT.set(execution, Date.from(releaseOrders.schedule(caseOf(execution))));
    }
}
