package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.driftgate.shared.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Minimum trade together with whole shares, sweeps, and fractions by security and by custodian. */
class WholeTicketsTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 2);

    private boolean fund;
    private boolean custodian;
    private String need = "0";

    /** 1,000 in cash for a share price of 300: three shares are 900; a minimum of 950 leaves none that can be paid. */
    @ParameterizedTest
    @CsvSource({"0, 3", "600, 3", "900, 3", "950, 0"})
    void buysWholeSharesOfAtLeastTheMinimum(String minimum, int shares) {
        Rebalancing answer = rebalanced("1000", List.of(), "300", minimum, "1");
        assertThat(quantity(answer, Side.BUY)).isEqualByComparingTo(BigDecimal.valueOf(shares));
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void tradesFractionsWhereSecurityOrCustodianDoes(boolean security, boolean account) {
        fund = security;
        custodian = account;
        Rebalancing answer = rebalanced("1000", List.of(), "300", "0", "1");
        assertThat(quantity(answer, Side.BUY)).isEqualByComparingTo("3.333333");
    }

    /** Nobody wants the fund any more: ten shares and the fraction go. */
    @Test
    void sellsTheFractionWithAllTheRest() {
        Rebalancing answer = rebalanced("0", List.of(lot("10.432")), "100", "0", "0");
        assertThat(quantity(answer, Side.SELL)).isEqualByComparingTo("10.432");
        assertThat(answer.endCash().get("IRA")).isEqualByComparingTo("1043.20");
    }

    /** 204 shares are worth the cents of the first lot; its last ten-thousandths stay with the second. */
    @Test
    void sellsWholeSharesWhereOneLotIsSoldAndAnotherStays() {
        need = "4989.84";
        List<TaxLot> lots = List.of(lot("first", "204.0002", null), lot("second", "100", null));
        Rebalancing answer = rebalanced("0", lots, "24.46", "0", "1");
        assertThat(quantity(answer, Side.SELL)).isEqualByComparingTo("204");
    }

    /** Nobody wants the fund any more, but ten shares may not be sold: their fraction stays with them. */
    @Test
    void leavesTheFractionOfWhatCannotAllBeSold() {
        List<TaxLot> lots = List.of(lot("free", "10.432", null), lot("kept", "10", "legacy"));
        Rebalancing answer = rebalanced("0", lots, "100", "0", "0");
        assertThat(quantity(answer, Side.SELL)).isEqualByComparingTo("10");
    }

    /** A need of 50 takes one share of 100 although no trade below 500 is wanted. */
    @Test
    void letsANeedOverrideTheMinimum() {
        need = "50";
        Rebalancing answer = rebalanced("0", List.of(lot("4")), "100", "500", "1");
        assertThat(answer.status()).isEqualTo(Rebalancing.Status.OK);
        assertThat(quantity(answer, Side.SELL)).isEqualByComparingTo("1");
    }

    @Test
    void sellsNothingBelowTheMinimumWithoutANeed() {
        Rebalancing answer = rebalanced("0", List.of(lot("4")), "100", "500", "0");
        assertThat(answer.trades()).isEmpty();
    }

    private static TaxLot lot(String shares) {
        return lot("l", shares, null);
    }

    private static TaxLot lot(String id, String shares, String blocked) {
        return new TaxLot(id, "A", new BigDecimal(shares), BigDecimal.TEN, LONG_AGO, blocked);
    }

    private static BigDecimal quantity(Rebalancing answer, Side side) {
        return answer.trades().stream()
                .filter(trade -> trade.side() == side)
                .map(ProposedTrade::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Rebalancing rebalanced(String cash, List<TaxLot> lots, String price, String minimum, String weight) {
        var account = new TradedAccount(
                        "IRA",
                        "u",
                        false,
                        true,
                        new BigDecimal(cash),
                        new BigDecimal(need),
                        BigDecimal.ZERO,
                        Map.of(),
                        lots)
                .withFractional(custodian);
        var security = new TradedSecurity(
                "A", "A", new BigDecimal(price), null, true, fund, BigDecimal.ZERO, BigDecimal.ZERO, 0);
        var paper = new HouseholdOnPaper().assetClass("A", weight, weight, "0.15");
        RebalancingRequest plain = paper.request();
        var unit = new TaxPosition(
                "u",
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null);
        return Rebalancer.rebalance(new RebalancingRequest(
                "household",
                plain.asOf(),
                List.of(account),
                List.of(security),
                plain.classes(),
                null,
                List.of(unit),
                WashHistory.NONE,
                PolicyDraft.of(RebalancingPolicy.STANDARD)
                        .minimumTrade(new BigDecimal(minimum))
                        .wholeShares(true)
                        .done()));
    }
}
