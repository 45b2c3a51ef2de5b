package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.junit.jupiter.api.Test;

class RulerTest {

    private static final int SEEDS = 100;
    /** Shares are rounded to six digits; so much costs a cent that an account then lacks of its reserve. */
    private static final double CENT_SHORT = Tiers.RESERVE / 100.0;

    @Test
    void measuresTheRebalancersOwnTradesAsTheRebalancerDoes() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RebalancingRequest request = RandomHousehold.of(new Random(seed), false);
            Rebalancing answer = Rebalancer.rebalance(request);
            Measured measured = measured(request, planned(answer));
            assertThat(measured.best().objective()).as("seed %d", seed).isEqualTo(answer.objective());
            double rounding = CENT_SHORT + Math.abs(answer.objective()) / 10_000;
            assertThat(measured.objective()).as("seed %d", seed).isCloseTo(answer.objective(), within(rounding));
            assertThat(measured.cost().doubleValue()).isCloseTo(answer.cost().doubleValue(), within(0.05));
        }
    }

    @Test
    void measuresDoingNothingAsNoBetterThanTheBest() {
        int worse = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Measured idle = measured(RandomHousehold.of(new Random(seed), false), List.of());
            assertThat(idle.objective())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(idle.best().objective() - 0.01);
            if (idle.objective() > idle.best().objective() + 1) worse++;
        }
        assertThat(worse).isGreaterThan(SEEDS / 4);
    }

    @Test
    void hasNoMeasureForATradeThatIsNotPossible() {
        RebalancingRequest request = RandomHousehold.of(new Random(1), false);
        PlannedTrade elsewhere = new PlannedTrade(
                1,
                new AccountId("nobody's"),
                Side.BUY,
                new Symbol(request.securities().get(0).symbol()),
                Quantity.shares(1),
                Price.of("1"),
                Price.of("1"),
                List.of());
        assertThat(Ruler.measure(request, List.of(elsewhere)))
                .isEqualTo(new Measurement.Missing(List.of("account nobody's is not traded under the policy")));
    }

    private static Measured measured(RebalancingRequest request, List<PlannedTrade> trades) {
        Measurement measurement = Ruler.measure(request, trades);
        assertThat(measurement).isInstanceOf(Measured.class);
        return (Measured) measurement;
    }

    private static List<PlannedTrade> planned(Rebalancing answer) {
        List<PlannedTrade> planned = new ArrayList<>();
        for (ProposedTrade trade : answer.trades())
            planned.add(new PlannedTrade(
                    planned.size() + 1,
                    new AccountId(trade.account()),
                    trade.side(),
                    new Symbol(trade.symbol()),
                    new Quantity(trade.quantity()),
                    new Price(trade.price()),
                    new Price(trade.price()),
                    answer.lotSales().stream()
                            .filter(sale -> trade.side() == Side.SELL
                                    && sale.account().equals(trade.account())
                                    && sale.symbol().equals(trade.symbol()))
                            .map(sale -> new LotPart(new LotId(sale.lot()), new Quantity(sale.quantity())))
                            .toList()));
        return planned;
    }
}
