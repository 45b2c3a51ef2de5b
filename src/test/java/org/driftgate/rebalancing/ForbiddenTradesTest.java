package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.driftgate.shared.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may not be traded, or not as much: bans, locks, bars, volume; and trading costs that the cash pays. */
class ForbiddenTradesTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 2);

    private final HouseholdOnPaper paper = new HouseholdOnPaper();

    @ParameterizedTest
    @CsvSource({"no-sell", "locked", "illiquid", "pending transfer"})
    void keepsABlockedLotWhateverItsDrift(String rule) {
        paper.account("IRA", false, "0", "0", "0");
        drifted("IRA", LONG_AGO, rule, "0");
        assertThat(rebalanced().trades()).isEmpty();
    }

    @Test
    void buysABarredSecurityInAnotherAccountOnly() {
        paper.barred = Map.of("IRA", Map.of("BOND", "screened"));
        paper.account("IRA", false, "0", "0", "0").account("ROTH", false, "0", "0", "0");
        drifted("IRA", LONG_AGO, null, "0");
        paper.lot("ROTH", "c", "STOCK", "10000", "0");
        Rebalancing answer = rebalanced();
        assertThat(answer.trades())
                .filteredOn(trade -> trade.side() == Side.BUY)
                .singleElement()
                .satisfies(buy -> assertThat(buy.account()).isEqualTo("ROTH"));
    }

    /** A short-term gain of a tenth: a ban of a year keeps it, without one it is sold. */
    @ParameterizedTest
    @CsvSource({"366, 0", "10, 2"})
    void bansShortTermGainsAsLongAsThePolicySays(int days, int trades) {
        paper.account("TAX", true, "0", "0", "0");
        drifted("TAX", LocalDate.of(2026, 8, 1), null, "0.1");
        RebalancingPolicy standard = RebalancingPolicy.STANDARD;
        paper.policy = new RebalancingPolicy(
                standard.idleCashCost(),
                standard.location(),
                standard.tax(),
                standard.budget(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                RebalancingPolicy.NearLongTerm.BAN,
                days,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                false,
                standard.limits(),
                standard.taxWeight());
        assertThat(rebalanced().trades()).hasSize(trades);
    }

    /** Ten per cent of the daily volume of a one-dollar security; 10,000 would be sold without a cap. */
    @ParameterizedTest
    @CsvSource({"30000, 3000", "1000000, 10000", "0, 0", ", 10000"})
    void sellsAShareOfTheKnownVolume(BigDecimal volume, double sold) {
        paper.account("IRA", false, "0", "0", "0");
        drifted("IRA", LONG_AGO, null, "0");
        volume("STOCK", volume);
        assertThat(amount(rebalanced(), "IRA", Side.SELL)).isEqualTo(sold);
    }

    /** Accounts share a cap of 3,000 by what each could sell: 70,000 and 30,000. */
    @Test
    void splitsTheVolumeOverTheAccounts() {
        paper.account("IRA", false, "0", "0", "0").account("ROTH", false, "0", "0", "0");
        drifted("IRA", LONG_AGO, null, "0");
        paper.lot("ROTH", "c", "STOCK", "30000", "0");
        volume("STOCK", new BigDecimal("30000"));
        Rebalancing answer = rebalanced();
        assertThat(amount(answer, "IRA", Side.SELL)).isEqualTo(2100);
        assertThat(amount(answer, "ROTH", Side.SELL)).isEqualTo(900);
    }

    /** 2,500 of BOND, and the 2,000 that STOCK lacks. */
    @Test
    void buysNoMoreThanTheVolumeAllows() {
        paper.account("IRA", false, "20000", "0", "0");
        drifted("IRA", LONG_AGO, null, "0");
        volume("BOND", new BigDecimal("25000"));
        assertThat(amount(rebalanced(), "IRA", Side.BUY)).isEqualTo(4500);
    }

    /** The cap binds although a need is not met, and the shortage is named. */
    @Test
    void namesWhatTheVolumeLeavesUnpaid() {
        paper.account("IRA", false, "0", "50000", "0");
        drifted("IRA", LONG_AGO, null, "0");
        volume("STOCK", new BigDecimal("30000"));
        Rebalancing answer = rebalanced();
        assertThat(answer.status()).isEqualTo(Rebalancing.Status.INFEASIBLE);
        assertThat(answer.reason())
                .startsWith("IRA lacks $17,000.00 of its $50,000.00 need: cash $0.00, $33,000.00 can be sold")
                .contains("$67,000.00 of STOCK is beyond its volume");
    }

    /** Two per cent of each trade: after selling for 10,000 the account has its need to the cent, no more than two over. */
    @ParameterizedTest
    @CsvSource({"true, 10204.0, 10204.2", "false, 10000, 10000"})
    void paysTradingCostsFromTheSameCash(boolean fromCash, double low, double high) {
        paper.cost = "0.02";
        paper.account("IRA", false, "0", "10000", "0")
                .lot("IRA", "a", "STOCK", "70000", "0")
                .security("STOCK", "EQ")
                .assetClass("EQ", "0", "1", "0.15");
        paper.policy = PolicyDraft.of(paper.policy)
                .limits(RebalancingLimits.NONE.withCostsFromCash(fromCash))
                .done();
        Rebalancing answer = rebalanced();
        assertThat(amount(answer, "IRA", Side.SELL)).isBetween(low, high);
        assertThat(answer.endCash().get("IRA").doubleValue()).isBetween(0.0, 0.02);
        assertThat(answer.status()).isEqualTo(Rebalancing.Status.OK);
        assertThat(answer.fractionalGap()).isCloseTo(0, within(1e-6));
    }

    private void drifted(String account, LocalDate day, String rule, String gain) {
        paper.lot(account, "a", "STOCK", "70000", gain, day, rule)
                .lot(account, "b", "BOND", "30000", "0", LONG_AGO, null)
                .security("STOCK", "EQ")
                .security("BOND", "FI")
                .assetClass("EQ", "0.6", "0.6", "0.15")
                .assetClass("FI", "0.4", "0.4", "0.15");
    }

    private void volume(String symbol, BigDecimal shares) {
        paper.volume = shares == null ? Map.of() : Map.of(symbol, shares);
        paper.policy = PolicyDraft.of(paper.policy)
                .limits(RebalancingLimits.NONE.withVolumeShare(new BigDecimal("0.1")))
                .done();
    }

    private Rebalancing rebalanced() {
        return Rebalancer.rebalance(paper.request());
    }

    private static double amount(Rebalancing answer, String account, Side side) {
        return answer.trades().stream()
                .filter(trade -> trade.side() == side && trade.account().equals(account))
                .mapToDouble(trade -> trade.amount().doubleValue())
                .sum();
    }
}
