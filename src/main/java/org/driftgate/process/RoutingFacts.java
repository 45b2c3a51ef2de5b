package org.driftgate.process;

import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.driftgate.review.CheckPreTradeRules.Facts;

/** The facts of a version as process variables, for lists and routing only; evidence stays in the rows of the gate. */
final class RoutingFacts {

    private static final int LONGEST_TEXT = 2000;

    private RoutingFacts() {}

    static Map<String, Object> of(Facts facts) {
        var variables = new HashMap<String, Object>();
        variables.put(DriftToNotificationBpmn.TRADE_COUNT.name(), facts.tradeCount());
        variables.put(
                DriftToNotificationBpmn.EST_TAX_USD.name(),
                facts.estimatedTax().setScale(2, RoundingMode.HALF_EVEN).doubleValue());
        variables.put(
                DriftToNotificationBpmn.ESTIMATED_TAX.name(),
                facts.estimatedTax().doubleValue());
        variables.put(DriftToNotificationBpmn.BUDGET_EXCEEDED.name(), facts.budgetExceeded());
        variables.put(DriftToNotificationBpmn.WASH_SALE.name(), facts.washSale());
        variables.put(DriftToNotificationBpmn.SHORT_TERM_GAIN.name(), facts.shortTermGain());
        variables.put(DriftToNotificationBpmn.RESTRICTION_FLAGS.name(), shortened(facts.restrictionFlags()));
        return variables;
    }

    /** The engine keeps texts of up to 4,000 characters. */
    static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
