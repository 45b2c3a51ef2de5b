package org.driftgate.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.at;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.PortfolioFixtures.household;
import static org.driftgate.testing.PortfolioFixtures.model;
import static org.driftgate.testing.PortfolioFixtures.security;
import static org.driftgate.testing.PortfolioFixtures.with;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftgate.drift.DriftReport.Basis;
import org.driftgate.drift.DriftReport.ClassDrift;
import org.driftgate.household.Book;
import org.driftgate.household.CashNeed;
import org.driftgate.household.Household;
import org.driftgate.household.Security;
import org.driftgate.modelportfolio.BandPolicy;
import org.driftgate.modelportfolio.TierBands;
import org.driftgate.modelportfolio.ToleranceBand;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;
import org.driftgate.testing.GeneratedBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftCalculationTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final Book MARKET = book();

    @Test
    void findsSeventyOnePointTwoAgainstSixtyFive() {
        DriftReport report = calculation("5 points")
                .measure(household("H1", "65/35", "0", "SPY", "712", "AGG", "288"), MARKET, TODAY);

        ClassDrift equity = drift(report, "US Equity");
        assertThat(equity.actual()).isEqualTo(Weight.percent("71.2"));
        assertThat(equity.target()).isEqualTo(Weight.percent("65"));
        assertThat(equity.drift()).isEqualTo(Weight.percent("6.2"));
        assertThat(equity.band()).isEqualTo(Weight.percent("5"));
        assertThat(report.outside()).isTrue();
        assertThat(report.value()).isEqualTo(Money.usd("100000"));
        assertThat(report.sentence())
                .isEqualTo("US Equity is 71.20 %, 6.20 points above its target of 65.00 % (band 5.00 points);"
                        + " one more class is outside its band");
    }

    @Test
    void namesTheContributorsThatMakeUpTheDrift() {
        Map<Symbol, Security> securities = Stream.of(
                        security("AAPL", "US Equity", "100"),
                        security("MSFT", "US Equity", "100"),
                        security("NVDA", "US Equity", "100"),
                        security("SPY", "US Equity", "100"),
                        security("AGG", "US Bond", "100"))
                .collect(Collectors.toMap(Security::symbol, s -> s));
        var tilted = model("tilted", "AAPL", "0.05", "MSFT", "0.05", "NVDA", "0.05", "SPY", "0.50", "AGG", "0.35");
        Book market = new Book(securities, Map.of("tilted", tilted), List.of(), List.of());
        Household household =
                household("H1", "tilted", "0", "AAPL", "81", "MSFT", "74", "NVDA", "68", "SPY", "489", "AGG", "288");

        ClassDrift equity = drift(calculation("5 points").measure(household, market, TODAY), "US Equity");

        assertThat(equity.drift()).isEqualTo(Weight.percent("6.2"));
        assertThat(equity.contributors())
                .extracting(c -> c.symbol() + " " + c.drift().inPercent())
                .containsExactly("AAPL 3.10", "MSFT 2.40", "NVDA 1.80", "SPY -1.10");
    }

    @Test
    void addsUpForEveryGeneratedHousehold() {
        Book generated = GeneratedBook.of(42, 60, 2);
        for (Household household : generated.households()) {
            if (household.model() == null) continue;
            DriftReport report = calculation("5 points").measure(household, generated, TODAY);
            Weight sum = Weight.ZERO;
            for (ClassDrift drift : report.classes()) {
                Weight contributed = drift.contributors().stream()
                        .map(DriftReport.Contributor::drift)
                        .reduce(Weight.ZERO, Weight::plus);
                assertThat(contributed)
                        .as("%s %s", household.id(), drift.assetClass())
                        .isEqualTo(drift.drift());
                sum = sum.plus(drift.actual());
            }
            assertThat(sum.minus(Weight.of("1")).absolute()).isLessThan(Weight.of("0.000001"));
            Money value = report.classes().stream().map(ClassDrift::value).reduce(Money.ZERO, Money::plus);
            assertThat(value).isEqualTo(report.value());
        }
    }

    @ParameterizedTest
    @CsvSource({"5 points, false", "3 points, true", "4.9 points, false", "4.89 points, true"})
    void picksAFourPointNineDriftOnlyOutsideItsBand(String band, boolean outside) {
        Household household = household("H1", "60/40", "0", "SPY", "649", "AGG", "351");

        assertThat(calculation(band).measure(household, MARKET, TODAY).outside())
                .isEqualTo(outside);
    }

    @Test
    void letsABandOfTheClassOverrideTheHouseholds() {
        Household household = household("H1", "60/40", "0", "SPY", "649", "AGG", "351");
        var own = new BandPolicy.HouseholdBands(
                ToleranceBand.of("3 points"),
                Map.of(
                        new AssetClass("US Equity"), ToleranceBand.of("6 points"),
                        new AssetClass("US Bond"), ToleranceBand.of("6 points")));
        var policy =
                new BandPolicy(ToleranceBand.of("5 points"), Map.of(), Map.of(new HouseholdId("H1"), own), Map.of());

        DriftReport report = calculation(policy, Basis.ANY_CLASS).measure(household, MARKET, TODAY);

        assertThat(report.outside()).isFalse();
        assertThat(drift(report, "US Equity").band()).isEqualTo(Weight.percent("6"));
        assertThat(drift(report, "Cash Equivalent").band()).isEqualTo(Weight.percent("3"));
        assertThat(report.sentence()).startsWith("Every class is inside its band; the furthest: US ");
    }

    @Test
    void isOutsideUnderAnyClassAndInsideUnderTotal() {
        Household household = household("H1", "60/40", "0", "SPY", "662", "AGG", "338");
        var policy = BandPolicy.firm(ToleranceBand.of("5 points"));

        DriftReport anyClass = calculation(policy, Basis.ANY_CLASS).measure(household, MARKET, TODAY);
        DriftReport total = calculation(policy, Basis.TOTAL).measure(household, MARKET, TODAY);

        assertThat(anyClass.outside()).isTrue();
        assertThat(total.outside()).isFalse();
        assertThat(total.basis()).isEqualTo(Basis.TOTAL);
        assertThat(total.totalDrift()).isEqualTo(Weight.percent("6.2"));
        assertThat(total.sentence()).startsWith("Total drift is 6.20 points (threshold 10.00 points); US ");
    }

    @Test
    void isOutsideUnderTotalBeyondItsThresholdOnly() {
        var policy = BandPolicy.firm(ToleranceBand.of("50 points"));

        assertThat(calculation(policy, Basis.TOTAL)
                        .measure(household("H1", "60/40", "0", "SPY", "700", "AGG", "300"), MARKET, TODAY)
                        .outside())
                .as("at the threshold")
                .isFalse();
        assertThat(calculation(policy, Basis.TOTAL)
                        .measure(household("H1", "60/40", "0", "SPY", "701", "AGG", "299"), MARKET, TODAY)
                        .outside())
                .as("beyond it")
                .isTrue();
    }

    @Test
    void countsHeldAwayAccountsSubstitutesAndCash() {
        Household household = household(
                "H1",
                "60/40",
                account("H1-A1", "10000", "VTI", "800"),
                at(account("H1-A2", "0", "SPY", "200", "AGG", "300"), "elsewhere", true));

        DriftReport report = calculation("5 points").measure(household, MARKET, TODAY);

        assertThat(report.value()).isEqualTo(Money.usd("100000"));
        assertThat(drift(report, "US Equity").actual()).isEqualTo(Weight.percent("60"));
        assertThat(drift(report, "Cash Equivalent").actual()).isEqualTo(Weight.percent("10"));
        assertThat(drift(report, "Cash Equivalent").contributors())
                .containsExactly(new DriftReport.Contributor(DriftCalculation.CASH, Weight.percent("10")));
        assertThat(report.largestDrift().absolute()).isEqualTo(Weight.percent("10"));
    }

    @Test
    void takesCashNeedsWithinTheHorizonOffAndIgnoresPendingContributions() {
        var account = new AccountId("H1-A1");
        Household household = with(
                household("H1", "60/40", "50000", "SPY", "300", "AGG", "200"),
                new CashNeed(account, CashNeed.Kind.WITHDRAWAL, Money.usd("20000"), TODAY.plusDays(60)),
                new CashNeed(account, CashNeed.Kind.RMD, Money.usd("5000"), TODAY.minusDays(1)),
                new CashNeed(account, CashNeed.Kind.RMD, Money.usd("7000"), TODAY.plusDays(61)),
                new CashNeed(account, CashNeed.Kind.CONTRIBUTION, Money.usd("90000"), TODAY.plusDays(1)));

        DriftReport report = calculation("5 points").measure(household, MARKET, TODAY);

        assertThat(report.value()).isEqualTo(Money.usd("75000"));
        assertThat(drift(report, "Cash Equivalent").value()).isEqualTo(Money.usd("25000"));
    }

    @Test
    void cannotMeasureWhatHasNoValueOrNoModel() {
        Household empty = household("H1", "60/40", "0");

        assertThat(calculation("5 points").canMeasure(empty, MARKET, TODAY)).isFalse();
        assertThatThrownBy(() -> calculation("5 points").measure(empty, MARKET, TODAY))
                .hasMessage("household H1 has no positive value: 0.00");
        assertThatThrownBy(() -> calculation("5 points").measure(household("H1", "gone", "5"), MARKET, TODAY))
                .hasMessage("household H1 has no known model: gone");
    }

    private static DriftCalculation calculation(String band) {
        return calculation(BandPolicy.firm(ToleranceBand.of(band)), Basis.ANY_CLASS);
    }

    private static DriftCalculation calculation(BandPolicy policy, Basis basis) {
        return new DriftCalculation(
                policy,
                TierBands.STANDARD,
                basis,
                Weight.of("0.10"),
                Period.ofDays(60),
                new AssetClass("Cash Equivalent"));
    }

    private static ClassDrift drift(DriftReport report, String assetClass) {
        return report.classes().stream()
                .filter(drift -> drift.assetClass().value().equals(assetClass))
                .findFirst()
                .orElseThrow();
    }
}
