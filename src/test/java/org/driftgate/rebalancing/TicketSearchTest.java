package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One IRA of three funds against every combination of whole shares that its cash pays. */
class TicketSearchTest {

    private static final int FUNDS = 3;

    private final double[] price = new double[FUNDS];
    private final int[] held = new int[FUNDS];
    private final double[] weight = new double[FUNDS];
    private double cash;
    private double value;
    private int least;
    private int benefit;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void findsTheBestWholeShares(int seed) {
        draw(new Random(seed));
        for (int demanded : new int[] {0, 1, 40, 400}) {
            benefit = demanded;
            Rebalancing answer = Rebalancer.rebalance(request());
            double found = answer.objective() + benefit * answer.trades().size();
            assertThat(found).as("seed %d, benefit %d", seed, benefit).isCloseTo(bestOfAll(), within(0.02));
            assertThat(answer.endCash().values()).allMatch(left -> left.signum() >= 0);
        }
    }

    private void draw(Random random) {
        double sum = 0;
        cash = random.nextInt(400_000) / 100.0;
        least = random.nextBoolean() ? 0 : 700;
        value = cash;
        for (int fund = 0; fund < FUNDS; fund++) {
            price[fund] = (10_000 + random.nextInt(40_000)) / 100.0;
            held[fund] = random.nextInt(16);
            weight[fund] = 1 + random.nextInt(9);
            sum += weight[fund];
            value += price[fund] * held[fund];
        }
        for (int fund = 0; fund < FUNDS; fund++) weight[fund] = Math.floor(100 * weight[fund] / sum) / 100;
    }

    private RebalancingRequest request() {
        var book = new HarvestBook();
        book.taxable = false;
        book.fractional = false;
        book.cash = BigDecimal.valueOf(cash);
        for (int fund = 0; fund < FUNDS; fund++) {
            String name = "F" + fund;
            var target = BigDecimal.valueOf(weight[fund]);
            book.security(name, name, BigDecimal.valueOf(price[fund]));
            book.classes.add(new ClassTarget(name, null, new DriftTarget(target, target, BigDecimal.ONE)));
            if (held[fund] > 0)
                book.lot(name, name, BigDecimal.valueOf(held[fund]), BigDecimal.ONE, HarvestBook.LONG_AGO);
        }
        RebalancingRequest request = book.request();
        return new RebalancingRequest(
                request.household(),
                request.asOf(),
                request.accounts(),
                request.securities(),
                request.classes(),
                null,
                request.taxUnits(),
                WashHistory.NONE,
                PolicyDraft.of(request.policy())
                        .minimumTrade(BigDecimal.valueOf(least))
                        .minimumBenefit(BigDecimal.valueOf(benefit))
                        .wholeShares(true)
                        .done());
    }

    private double bestOfAll() {
        List<Map.Entry<Double, Double>> plans = new ArrayList<>(List.of(Map.entry(cash, 0.0)));
        for (int fund = 0; fund < FUNDS; fund++) plans = with(fund, plans);
        return plans.stream()
                .filter(plan -> plan.getKey() > -0.001)
                .mapToDouble(Map.Entry::getValue)
                .min()
                .orElseThrow();
    }

    /** Every plan with every number of shares of one more fund: the cash left and the drift so far. */
    private List<Map.Entry<Double, Double>> with(int fund, List<Map.Entry<Double, Double>> plans) {
        List<Map.Entry<Double, Double>> more = new ArrayList<>();
        for (int shares = 0; shares * price[fund] <= value; shares++) {
            double trade = (shares - held[fund]) * price[fund];
            if (trade != 0 && Math.abs(trade) < least - 0.001) continue;
            double drift = Math.abs(shares * price[fund] - weight[fund] * value);
            double ticket = trade == 0 ? 0 : benefit;
            for (var plan : plans) more.add(Map.entry(plan.getKey() - trade, plan.getValue() + drift + ticket));
        }
        return more;
    }
}
