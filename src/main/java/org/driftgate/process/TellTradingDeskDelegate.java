package org.driftgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.notification.TellTradingDesk;
import org.springframework.stereotype.Component;

/** Tells the trading desk of executions that no case will show to a person. */
@Component
class TellTradingDeskDelegate implements JavaDelegate {

    private final TellTradingDesk tellTradingDesk;

    TellTradingDeskDelegate(TellTradingDesk tellTradingDesk) {
        this.tellTradingDesk = tellTradingDesk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        tellTradingDesk.ofStrayReports();
    }
}
