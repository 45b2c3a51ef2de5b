package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.driftgate.rebalancing.CashCall.Distribution;
import org.driftgate.rebalancing.CashCall.Kind;
import org.driftgate.rebalancing.CashCall.Source;
import org.driftgate.shared.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money that is called from several accounts, and money paid in. */
class CashCallTest {

    private static final LocalDate SOON = LocalDate.of(2026, 12, 31);

    private final HouseholdOnPaper paper = new HouseholdOnPaper();
    private final List<CashCall> calls = new ArrayList<>();
    private final List<CashMovements.Contribution> contributions = new ArrayList<>();

    /** 9,000 and 6,000 are due; the first account has cash for all of it, the second is fully invested. */
    @Test
    void letsOwnAccountsPayForOneAnother() {
        retirement("20000", "0");
        calls.addAll(CashCall.ofDistributions(List.of(due("IRA-1", "own", "9000"), due("IRA-2", "own", "6000"))));
        Rebalancing answer = rebalanced();
        assertThat(answer.status()).isNotEqualTo(Rebalancing.Status.INFEASIBLE);
        assertThat(answer.draws())
                .extracting(Rebalancing.Draw::account, draw -> draw.amount().doubleValue())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("IRA-1", 15000.0));
        assertThat(answer.trades()).noneMatch(trade -> trade.account().equals("IRA-2"));
    }

    @Test
    void neverLetsAnotherPoolPay() {
        retirement("20000", "0");
        calls.addAll(CashCall.ofDistributions(List.of(due("IRA-1", "own", "9000"), due("IRA-2", "401k", "6000"))));
        Rebalancing answer = rebalanced();
        assertThat(answer.draws()).extracting(Rebalancing.Draw::account).containsExactlyInAnyOrder("IRA-1", "IRA-2");
        assertThat(sold(answer, "IRA-2")).isEqualTo(6000);
    }

    @ParameterizedTest
    @CsvSource({"2027-01-19, 15000", "2027-01-20, 0"})
    void raisesWhatIsDueWithinSixtyDays(LocalDate due, double drawn) {
        retirement("20000", "0");
        calls.add(new CashCall(
                "later", Kind.DISTRIBUTION, new BigDecimal("15000"), due, List.of(Source.free("IRA-1")), null));
        Rebalancing answer = rebalanced();
        assertThat(answer.draws().stream()
                        .mapToDouble(draw -> draw.amount().doubleValue())
                        .sum())
                .isEqualTo(drawn);
        assertThat(answer.value()).isEqualByComparingTo(BigDecimal.valueOf(120_000 - drawn));
    }

    /** The distribution pays the receiver's need; what is more than that stays there and buys nothing yet. */
    @Test
    void paysTheNeedOfTheReceiverButNoPurchases() {
        paper.account("IRA", false, "0", "0", "0")
                .account("TAX", true, "0", "8000", "0")
                .lot("IRA", "a", "STOCK", "50000", "0")
                .security("STOCK", "EQ")
                .assetClass("EQ", "1", "1", "0.15");
        calls.add(new CashCall(
                "rmd", Kind.DISTRIBUTION, new BigDecimal("20000"), SOON, List.of(Source.free("IRA")), "TAX"));
        Rebalancing answer = rebalanced();
        assertThat(answer.status()).isEqualTo(Rebalancing.Status.OK);
        assertThat(sold(answer, "IRA")).isEqualTo(20000);
        assertThat(answer.endCash().get("TAX")).isEqualByComparingTo("12000");
        assertThat(answer.trades()).noneMatch(trade -> trade.side() == Side.BUY);
    }

    /** Selling in the taxable account costs 23.8 per cent of half, income tax on the IRA 37 per cent of all. */
    @ParameterizedTest
    @CsvSource({"0.37, TAX", "0.10, IRA"})
    void drawsWhereADollarCostsLeast(String incomeTax, String payer) {
        paper.account("IRA", false, "0", "0", "0")
                .account("TAX", true, "0", "0", "0")
                .lot("IRA", "a", "STOCK", "50000", "0")
                .lot("TAX", "b", "STOCK", "50000", "0.5")
                .security("STOCK", "EQ")
                .assetClass("EQ", "0.9", "1", "0.15");
        calls.add(new CashCall(
                "holiday",
                Kind.WITHDRAWAL,
                new BigDecimal("10000"),
                SOON,
                List.of(new Source("IRA", new BigDecimal(incomeTax)), Source.free("TAX")),
                null));
        assertThat(rebalanced().draws()).extracting(Rebalancing.Draw::account).containsExactly(payer);
    }

    @ParameterizedTest
    @CsvSource({"true, 30000, 130000", "false, 0, 100000"})
    void buysWithWhatIsPostedOnly(boolean posted, double bought, double value) {
        paper.account("IRA", false, "0", "0", "0")
                .lot("IRA", "a", "STOCK", "100000", "0")
                .security("STOCK", "EQ")
                .assetClass("EQ", "1", "1", "0.15");
        contributions.add(new CashMovements.Contribution("IRA", new BigDecimal("30000"), posted));
        Rebalancing answer = rebalanced();
        assertThat(answer.trades().stream()
                        .filter(trade -> trade.side() == Side.BUY)
                        .mapToDouble(trade -> trade.amount().doubleValue())
                        .sum())
                .isEqualTo(bought);
        assertThat(answer.value().doubleValue()).isEqualTo(value);
    }

    /** 5,000 of cash and 8,000 to sell for a need of 10,000, a call of 7,000 and a reserve of 1,000. */
    @Test
    void namesTheCallThatCannotBePaidAndMeetsTheNeedFirst() {
        paper.account("IRA", false, "5000", "10000", "1000")
                .lot("IRA", "x", "X", "2000", "0", LocalDate.of(2020, 1, 2), "locked")
                .lot("IRA", "y", "Y", "8000", "0")
                .security("X", "EQ")
                .security("Y", "EQ")
                .assetClass("EQ", "0", "1", "0.15");
        calls.add(new CashCall(
                "own 2026", Kind.DISTRIBUTION, new BigDecimal("7000"), SOON, List.of(Source.free("IRA")), null));
        Rebalancing answer = rebalanced();
        assertThat(answer.status()).isEqualTo(Rebalancing.Status.INFEASIBLE);
        assertThat(answer.obstacles())
                .filteredOn(Obstacle.CallUnpaid.class::isInstance)
                .singleElement()
                .satisfies(obstacle -> assertThat(obstacle.sentence())
                        .isEqualTo("The required distribution own 2026 lacks $4,000.00 of its $7,000.00 from IRA;"
                                + " $2,000.00 of X is locked, its release would not be enough"));
        assertThat(answer.obstacles())
                .filteredOn(Obstacle.AccountShort.class::isInstance)
                .map(Obstacle.AccountShort.class::cast)
                .singleElement()
                .satisfies(obstacle -> {
                    assertThat(obstacle.account()).isEqualTo("IRA");
                    assertThat(obstacle.missingNeed()).isZero();
                    assertThat(obstacle.missingReserve()).isEqualByComparingTo("1000");
                });
        assertThat(answer.endCash().get("IRA")).isEqualByComparingTo("0");
    }

    @Test
    void keepsTheCertificateExact() {
        retirement("4000", "1000");
        calls.addAll(CashCall.ofDistributions(List.of(due("IRA-1", "own", "9000"), due("IRA-2", "own", "6000"))));
        paper.cash = new DriftTarget(new BigDecimal("0.01"), new BigDecimal("0.02"), new BigDecimal("0.1"));
        Rebalancing answer = rebalanced();
        assertThat(answer.fractionalGap()).isCloseTo(0, within(1e-6));
        assertThat(answer.gap()).isCloseTo(0, within(1e-6));
    }

    private void retirement(String cash, String reserve) {
        paper.account("IRA-1", false, cash, "0", reserve)
                .account("IRA-2", false, "0", "0", "0")
                .lot("IRA-1", "a", "STOCK", "40000", "0")
                .lot("IRA-2", "b", "STOCK", "60000", "0")
                .security("STOCK", "EQ")
                .assetClass("EQ", "0.8", "1", "0.15");
    }

    private static Distribution due(String account, String pool, String dollars) {
        return new Distribution(account, pool, new BigDecimal(dollars), SOON, null);
    }

    private static double sold(Rebalancing answer, String account) {
        return answer.trades().stream()
                .filter(trade -> trade.side() == Side.SELL && trade.account().equals(account))
                .mapToDouble(trade -> trade.amount().doubleValue())
                .sum();
    }

    private Rebalancing rebalanced() {
        paper.movements = new CashMovements(calls, contributions);
        return Rebalancer.rebalance(paper.request());
    }
}
