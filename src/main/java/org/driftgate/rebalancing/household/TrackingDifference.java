package org.driftgate.rebalancing.household;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.drift.DriftCalculation;
import org.driftgate.drift.DriftReport;
import org.driftgate.rebalancing.ProposedTrade;
import org.driftgate.shared.Money;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;

/**
 * Half of what securities and cash are away from their weights in the model, each by itself: a substitute is not what it
 * stands for. What a direct index is judged by.
 */
final class TrackingDifference {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private TrackingDifference() {}

    /** When every trade fills at its price. */
    static Weight after(DriftReport drift, List<ProposedTrade> trades) {
        Map<Symbol, Weight> away = new HashMap<>();
        drift.classes().stream()
                .flatMap(one -> one.contributors().stream())
                .forEach(one -> away.merge(one.symbol(), one.drift(), Weight::plus));
        for (ProposedTrade trade : trades) {
            Money bought = Money.usd(
                    trade.side() == Side.BUY ? trade.amount() : trade.amount().negate());
            away.merge(new Symbol(trade.symbol()), share(bought, drift), Weight::plus);
            away.merge(DriftCalculation.CASH, share(bought.negated(), drift), Weight::plus);
        }
        Weight sum = away.values().stream().map(Weight::absolute).reduce(Weight.ZERO, Weight::plus);
        return new Weight(sum.value().multiply(HALF));
    }

    private static Weight share(Money amount, DriftReport drift) {
        return new Weight(amount.shareOf(drift.value()));
    }
}
