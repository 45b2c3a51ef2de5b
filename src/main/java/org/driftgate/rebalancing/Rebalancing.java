package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The answer for a household, money in dollars. {@code objective} is that of the final plan, {@code bound} what no
 * fractional plan with the chosen harvests and prices can undercut; {@code tax} is the marginal
 * value of the lots sold in the objective, with the weight of tax, {@code nettedTax} what a person is shown, {@code greedyObjective} that of the yardstick. Drift
 * before and after is half of what the top classes, and cash with a target, are away from their targets, needs paid.
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
        List<String> flags,
        List<Draw> draws,
        List<Obstacle> obstacles) {

    public Rebalancing {
        endCash = Map.copyOf(endCash);
        trades = List.copyOf(trades);
        lotSales = List.copyOf(lotSales);
        flags = List.copyOf(flags);
        draws = List.copyOf(draws);
        obstacles = List.copyOf(obstacles);
    }

    /** How much the final plan costs more than the bound: the price of whole shares and minimum trades. */
    public double gap() {
        return objective - bound;
    }

    /** What an account pays to a cash call, in dollars. */
    public record Draw(String call, String account, BigDecimal amount) {}

    /** How a rebalancing ends. */
    public enum Status {
        OK,
        NO_TRADE,
        INFEASIBLE
    }
}
