package org.driftgate.process;

import static org.driftgate.process.DriftToNotificationBpmn.STATE_REASON;
import static org.driftgate.process.DriftToNotificationBpmn.TRADED_ALREADY;
import static org.driftgate.process.DriftToNotificationBpmn.TRADES_POSSIBLE;
import static org.driftgate.process.DriftToNotificationBpmn.caseOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.proposal.ProposeTrades;
import org.driftgate.proposal.ProposeTrades.Outcome.NotPossible;
import org.springframework.stereotype.Component;

/** Asks for a proposal; the reason of a refusal goes into the record of the case. */
@Component
class ProposeTradesDelegate implements JavaDelegate {

    private final ProposeTrades proposeTrades;
    private final TradedSoFar traded;

    ProposeTradesDelegate(ProposeTrades proposeTrades, TradedSoFar traded) {
        this.proposeTrades = proposeTrades;
        this.traded = traded;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var outcome = proposeTrades.forCase(caseOf(execution));
        TRADED_ALREADY.set(execution, traded.anything(caseOf(execution)));
        TRADES_POSSIBLE.set(execution, !(outcome instanceof NotPossible));
        if (outcome instanceof NotPossible refusal) STATE_REASON.set(execution, refusal.reason());
    }
}
