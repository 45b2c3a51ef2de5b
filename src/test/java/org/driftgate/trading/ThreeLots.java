package org.driftgate.trading;

import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.household;
import static org.driftgate.testing.PortfolioFixtures.withPositions;
import static org.driftgate.testing.ReviewFixtures.lot;
import static org.driftgate.testing.ReviewFixtures.part;
import static org.driftgate.testing.ReviewFixtures.position;

import java.util.List;
import org.driftgate.household.Household;
import org.driftgate.proposal.Trade;

/** Account 10000001 with the SPY lots L1, L2 and L3 of 50 shares each, and a sale of 30 that names L1. */
final class ThreeLots {

    private ThreeLots() {}

    static Household whole() {
        return holding("50", "50", "50");
    }

    static Household holding(String first, String second, String third) {
        return household(
                "H1",
                "60/40",
                withPositions(
                        account("10000001", "100", "SPY", "150", "AGG", "20"),
                        position(
                                "SPY",
                                lot("L1", "SPY", first, "40", "2020-03-02"),
                                lot("L2", "SPY", second, "80", "2021-06-01"),
                                lot("L3", "SPY", third, "120", "2022-01-14")),
                        position("AGG", lot("L4", "AGG", "20", "95", "2021-05-03"))));
    }

    static Trade sale() {
        Trade whole = TradingFixture.sale(1, "10000001", "SPY", 30, "100", "98");
        return new Trade(
                whole.line(),
                whole.account(),
                whole.side(),
                whole.symbol(),
                whole.quantity(),
                whole.estimatedPrice(),
                whole.limit(),
                List.of(part("L1", "30")),
                whole.reasons());
    }
}
