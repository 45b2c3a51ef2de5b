package org.driftgate.process;

import static org.driftgate.process.DriftToNotificationBpmn.TRADED_ALREADY;
import static org.driftgate.process.DriftToNotificationBpmn.caseOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.review.CheckPreTradeRules;
import org.springframework.stereotype.Component;

/** Runs the rules and keeps what lists and decision table look at. */
@Component
class CheckPreTradeRulesDelegate implements JavaDelegate {

    private final CheckPreTradeRules checkPreTradeRules;
    private final TradedSoFar traded;

    CheckPreTradeRulesDelegate(CheckPreTradeRules checkPreTradeRules, TradedSoFar traded) {
        this.checkPreTradeRules = checkPreTradeRules;
        this.traded = traded;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TRADED_ALREADY.set(execution, traded.anything(caseOf(execution)));
        execution.setVariables(RoutingFacts.of(checkPreTradeRules.forCase(caseOf(execution))));
    }
}
