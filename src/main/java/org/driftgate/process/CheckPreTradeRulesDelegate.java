package org.driftgate.process;

import static org.driftgate.process.DriftToNotificationBpmn.TRADED_ALREADY;
import static org.driftgate.process.DriftToNotificationBpmn.caseOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.review.CheckPreTradeRules;
import org.driftgate.shared.CaseId;
import org.driftgate.trading.AskCustodians;
import org.springframework.stereotype.Component;

/** Asks the custodians, runs the rules and keeps what lists and decision table look at. */
@Component
class CheckPreTradeRulesDelegate implements JavaDelegate {

    private final CheckPreTradeRules checkPreTradeRules;
    private final AskCustodians askCustodians;
    private final TradedSoFar traded;

    CheckPreTradeRulesDelegate(CheckPreTradeRules checkPreTradeRules, AskCustodians askCustodians, TradedSoFar traded) {
        this.checkPreTradeRules = checkPreTradeRules;
        this.askCustodians = askCustodians;
        this.traded = traded;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseId about = caseOf(execution);
        TRADED_ALREADY.set(execution, traded.anything(about));
        execution.setVariables(RoutingFacts.of(checkPreTradeRules.forCase(about, askCustodians.about(about))));
    }
}
