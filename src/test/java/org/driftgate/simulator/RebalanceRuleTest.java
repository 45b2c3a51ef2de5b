package org.driftgate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.shared.Side;
import org.driftgate.simulator.WorldEvent.LotTaken;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for every proposal, over sixty households for each seed. */
class RebalanceRuleTest {

    private static final BigDecimal BUY = new BigDecimal("1.02");
    private static final BigDecimal SELL = new BigDecimal("0.98");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void neverBreaksARule(long seed) {
        World world = DemoFirmTest.world(DemoFirm.seeded(LocalDate.of(2026, 11, 19), seed), folder);
        int proposals = 0;
        for (HouseholdState household : world.households()) {
            Portfolio portfolio = new Portfolio(world, household);
            List<ProposedTrade> trades = RebalanceRule.apply(portfolio).trades();
            if (!trades.isEmpty()) proposals++;
            for (ProposedTrade trade : trades) checkTrade(portfolio, trade);
            checkCash(portfolio, trades);
            checkLots(portfolio, trades);
            checkNoRoundTrip(portfolio, trades);
        }
        assertThat(proposals).isGreaterThan(30);
    }

    private static void checkTrade(Portfolio portfolio, ProposedTrade trade) {
        assertThat(portfolio.isTradable(trade.account())).as("%s", trade).isTrue();
        assertThat(trade.quantity().stripTrailingZeros().scale())
                .as("%s", trade)
                .isLessThanOrEqualTo(0);
        assertThat(trade.amount()).as("%s", trade).isGreaterThanOrEqualTo(RebalanceRule.MINIMUM_TICKET);
        assertThat(trade.sentence()).isNotBlank();
        boolean allowed = trade.side() == Side.SELL
                ? portfolio.maySell(trade.account(), trade.symbol())
                : portfolio.mayBuy(trade.account(), trade.symbol());
        assertThat(allowed).as("%s", trade).isTrue();
    }

    /** Even when every price moves two percent against us and what is due is paid out. */
    private static void checkCash(Portfolio portfolio, List<ProposedTrade> trades) {
        Map<String, BigDecimal> spent = new HashMap<>();
        for (ProposedTrade trade : trades) {
            BigDecimal amount = trade.side() == Side.BUY
                    ? trade.amount().multiply(BUY)
                    : trade.amount().multiply(SELL).negate();
            spent.merge(trade.account().number(), amount, BigDecimal::add);
        }
        for (AccountState account : portfolio.accounts()) {
            BigDecimal out = spent.getOrDefault(account.number(), BigDecimal.ZERO);
            boolean buys = trades.stream()
                    .anyMatch(t -> t.side() == Side.BUY && t.account().number().equals(account.number()));
            BigDecimal left = account.cash().subtract(out);
            assertThat(left).as("cash of %s", account.number()).isGreaterThanOrEqualTo(BigDecimal.ZERO);
            if (buys) assertThat(left).isGreaterThanOrEqualTo(portfolio.need(account));
        }
    }

    private static void checkLots(Portfolio portfolio, List<ProposedTrade> trades) {
        Map<String, BigDecimal> held = new HashMap<>();
        for (AccountState account : portfolio.accounts())
            for (var position : account.positions())
                for (HeldLot lot : position.lots()) held.put(account.number() + lot.id(), lot.quantity());
        for (ProposedTrade trade : trades) {
            BigDecimal total = BigDecimal.ZERO;
            for (LotTaken lot : trade.lots()) {
                String key = trade.account().number() + lot.lot();
                assertThat(held).containsKey(key);
                BigDecimal left = held.get(key).subtract(lot.quantity());
                assertThat(left).as("lot %s", lot).isGreaterThanOrEqualTo(BigDecimal.ZERO);
                held.put(key, left);
                total = total.add(lot.quantity());
            }
            if (trade.side() == Side.SELL) assertThat(total).isEqualByComparingTo(trade.quantity());
            else assertThat(trade.lots()).isEmpty();
        }
    }

    private static void checkNoRoundTrip(Portfolio portfolio, List<ProposedTrade> trades) {
        for (ProposedTrade sale : trades)
            for (ProposedTrade buy : trades)
                if (sale.side() == Side.SELL && buy.side() == Side.BUY)
                    assertThat(portfolio.areIdentical(sale.symbol(), buy.symbol()))
                            .as("%s and %s", sale, buy)
                            .isFalse();
    }
}
