package org.driftgate.process;

import static org.driftgate.process.DriftToNotificationBpmn.RELEASE_VERDICT;
import static org.driftgate.process.DriftToNotificationBpmn.caseOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.shared.CaseId;
import org.driftgate.trading.ReleaseCheck.Verdict;
import org.driftgate.trading.ReleaseOrders;
import org.springframework.stereotype.Component;

/** Looks again at everything before the network is touched; a case that has traded lets its rest lapse when it is stale. */
@Component
class RecheckProposalDelegate implements JavaDelegate {

    static final String LAPSED = "LAPSED";

    private final ReleaseOrders releaseOrders;
    private final TradedSoFar traded;

    RecheckProposalDelegate(ReleaseOrders releaseOrders, TradedSoFar traded) {
        this.releaseOrders = releaseOrders;
        this.traded = traded;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseId about = caseOf(execution);
        Verdict verdict = releaseOrders.recheck(about).verdict();
        boolean old = verdict == Verdict.STALE || verdict == Verdict.EXPIRED;
        RELEASE_VERDICT.set(
                execution, old && (traded.anything(about) || traded.isStillWorking(about)) ? LAPSED : verdict.name());
    }
}
