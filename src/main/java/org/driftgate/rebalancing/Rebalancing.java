package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The answer for a household, money in dollars. {@code objective} is that of the final plan, {@code bound} what no
 * fractional plan with the chosen harvests and prices can undercut; {@code tax} is the marginal
 * value of the lots sold, {@code nettedTax} what a person is shown, {@code greedyObjective} that of the yardstick.
 */
public record Rebalancing(
        String household,
        Status status,
        String reason,
        double objective,
        double bound,
        double fractionalGap,
        double greedyObjective,
        BigDecimal tax,
        BigDecimal nettedTax,
        BigDecimal realizedGain,
        BigDecimal cost,
        BigDecimal outsideBands,
        BigDecimal driftBefore,
        BigDecimal driftAfter,
        BigDecimal value,
        Map<String, BigDecimal> endCash,
        List<ProposedTrade> trades,
        List<LotSale> lotSales,
        List<String> flags) {

    public Rebalancing {
        endCash = Map.copyOf(endCash);
        trades = List.copyOf(trades);
        lotSales = List.copyOf(lotSales);
        flags = List.copyOf(flags);
    }

    /** How much the final plan costs more than the bound: the price of whole shares and minimum trades. */
    public double gap() {
        return objective - bound;
    }

    /** How a rebalancing ends. */
    public enum Status {
        OK,
        NO_TRADE,
        INFEASIBLE
    }
}
