package org.driftgate.desk;

import java.math.BigDecimal;
import java.util.List;
import org.driftgate.drift.DriftReport;
import org.driftgate.rebalancing.ProposedTrade;
import org.driftgate.rebalancing.ReasonCode;
import org.driftgate.rebalancing.Rebalancing;
import org.driftgate.rebalancing.household.ProposedHousehold;
import org.driftgate.rebalancing.household.ProposedHousehold.Status;
import org.jspecify.annotations.Nullable;

/**
 * What one policy would propose. Weights are fractions, money is in dollars, tax is netted by tax unit; {@code traded} is
 * what is bought and sold together; drift is by class, tracking by security. Objective and bound are missing when nothing was solved.
 */
record ScenarioAnswer(
        String name,
        Status status,
        String reason,
        BigDecimal driftBefore,
        BigDecimal driftAfter,
        BigDecimal trackingBefore,
        BigDecimal trackingAfter,
        BigDecimal tax,
        BigDecimal cost,
        BigDecimal traded,
        @Nullable Double objective,
        @Nullable Double bound,
        @Nullable Double greedyObjective,
        List<ScenarioTrade> trades) {

    static ScenarioAnswer of(String name, ProposedHousehold proposed) {
        DriftReport drift = proposed.drift();
        Rebalancing solved = proposed.rebalancing();
        Rebalancing traded = proposed.status() == Status.OK ? solved : null;
        List<ProposedTrade> trades = traded == null ? List.of() : traded.trades();
        return new ScenarioAnswer(
                name,
                proposed.status(),
                proposed.reason(),
                drift == null ? BigDecimal.ZERO : drift.totalDrift().value(),
                proposed.driftAfter().value(),
                proposed.trackingBefore().value(),
                proposed.trackingAfter().value(),
                traded == null ? BigDecimal.ZERO : traded.nettedTax(),
                traded == null ? BigDecimal.ZERO : traded.cost(),
                trades.stream().map(ProposedTrade::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                solved == null ? null : number(solved.objective()),
                solved == null ? null : number(solved.bound()),
                solved == null ? null : number(solved.greedyObjective()),
                trades.stream().map(ScenarioTrade::of).toList());
    }

    /** JSON has no word for what is not a number. */
    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    record ScenarioTrade(
            String account,
            String symbol,
            String side,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal amount,
            BigDecimal shortTermGain,
            BigDecimal longTermGain,
            BigDecimal tax,
            BigDecimal shortTermTax,
            BigDecimal longTermTax,
            List<ReasonCode> reasonCodes,
            String reason,
            String alternative,
            String flip,
            String shadowPrice) {

        private static ScenarioTrade of(ProposedTrade trade) {
            return new ScenarioTrade(
                    trade.account(),
                    trade.symbol(),
                    trade.side().name(),
                    trade.quantity(),
                    trade.price(),
                    trade.amount(),
                    trade.shortGain(),
                    trade.longGain(),
                    trade.reason().tax(),
                    trade.reason().shortTax(),
                    trade.reason().longTax(),
                    trade.reason().codes(),
                    trade.reason().sentence(),
                    trade.reason().alternative(),
                    trade.reason().flip(),
                    trade.reason().worth());
        }
    }
}
