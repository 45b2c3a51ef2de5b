package org.driftgate.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * How the simulated Orion proposes: sell overweight classes down to target, raise cash that is due within sixty days, buy
 * what is underweight in the account where the cash is. Whole shares, no ticket below the minimum, never negative cash
 * though every price moves two percent against us.
 */
final class RebalanceRule {

    static final BigDecimal MINIMUM_TICKET = new BigDecimal("250");
    static final BigDecimal COLLAR = new BigDecimal("0.02");

    /** Trades, or the reason why there are none. */
    record Result(List<ProposedTrade> trades, String refusal) {

        Result {
            trades = List.copyOf(trades);
        }
    }

    private RebalanceRule() {}

    static Result apply(Portfolio portfolio) {
        if (!portfolio.hasModel()) return refused("No model is assigned to the portfolio.");
        if (portfolio.accounts().stream().noneMatch(portfolio::isTradable))
            return refused("No account may be traded: each is held away, locked, not active, not at Schwab, "
                    + "has an order working or lots that do not add up.");
        Sales sales = new Sales(portfolio);
        sales.reduceOverweight();
        sales.raiseCash();
        List<ProposedTrade> trades = new ArrayList<>(sales.trades());
        trades.addAll(new Purchases(portfolio, trades).trades());
        return trades.isEmpty() ? refused(noTrade(portfolio)) : new Result(trades, "");
    }

    private static Result refused(String reason) {
        return new Result(List.of(), reason);
    }

    private static String noTrade(Portfolio portfolio) {
        return "No trade of at least $%s brings %s closer to its model: what is overweight may not be sold, and there is no cash for what is underweight."
                .formatted(MINIMUM_TICKET, portfolio.household().row().name());
    }
}
