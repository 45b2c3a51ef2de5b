package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.driftgate.household.Account;
import org.driftgate.household.Household;
import org.driftgate.household.Position;
import org.driftgate.proposal.PlannedTrades;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.testing.GeneratedProposals;
import org.junit.jupiter.api.Test;

class TradedHouseholdTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-20");

    @Test
    void conservesLotsAndMoney() {
        var generated = new GeneratedProposals(20261120);
        for (int n = 0; n < 1000; n++) {
            Household before = generated.household();
            List<PlannedTrade> trades = PlannedTrades.of(generated.trades(before));

            Household after = TradedHousehold.of(before, trades, DAY);

            assertThat(after.accounts())
                    .allSatisfy(account -> assertThat(account.positions()).allMatch(Position::lotsAddUp));
            assertThat(shares(after, "SPY")).isEqualTo(shares(before, "SPY").minus(traded(trades, "SPY")));
            assertThat(shares(after, "AGG")).isEqualTo(shares(before, "AGG").plus(traded(trades, "AGG")));
            assertThat(value(after)).isEqualTo(value(before));
            assertThat(CashAfter.of(before, trades, DAY))
                    .allSatisfy(cash -> assertThat(cash.atCollar().isNegative()).isFalse());
        }
    }

    private static Quantity shares(Household household, String symbol) {
        return household.accounts().stream()
                .flatMap(account -> account.positions().stream())
                .filter(position -> position.symbol().value().equals(symbol))
                .map(Position::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private static Quantity traded(List<PlannedTrade> trades, String symbol) {
        return trades.stream()
                .filter(trade -> trade.symbol().value().equals(symbol))
                .map(PlannedTrade::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    /** Everything costs a hundred dollars, so trades at the price change no value. */
    private static Money value(Household household) {
        Quantity all = household.accounts().stream()
                .flatMap(account -> account.positions().stream())
                .map(Position::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
        return household.accounts().stream().map(Account::cash).reduce(all.at(Price.of("100")), Money::plus);
    }
}
