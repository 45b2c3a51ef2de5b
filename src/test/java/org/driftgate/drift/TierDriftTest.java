package org.driftgate.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.at;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.PortfolioFixtures.household;
import static org.driftgate.testing.PortfolioFixtures.model;
import static org.driftgate.testing.PortfolioFixtures.security;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftgate.drift.DriftReport.Basis;
import org.driftgate.drift.DriftReport.Tier;
import org.driftgate.drift.DriftReport.TierDrift;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Security;
import org.driftgate.modelportfolio.BandPolicy;
import org.driftgate.modelportfolio.TierBands;
import org.driftgate.modelportfolio.ToleranceBand;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.Money;
import org.driftgate.shared.SubClass;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;
import org.driftgate.testing.GeneratedBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierDriftTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    /** 50 % large, 10 % small companies and 40 % bonds. */
    private static final Book LARGE_AND_SMALL = market(
            "mix",
            new String[] {"SPY", "0.50", "IWM", "0.10", "AGG", "0.40"},
            security("SPY", "US Equity", "100"),
            security("IWM", "US Equity", "100"),
            security("AGG", "US Bond", "100"));

    @Test
    void findsASecurityBeyondItsBandInsideAClassThatIsNot() {
        Household household = household("H1", "mix", "0", "SPY", "430", "IWM", "170", "AGG", "400");

        DriftReport report = measure(household, LARGE_AND_SMALL, TierBands.STANDARD);

        assertThat(report.outside()).isFalse();
        assertThat(report.totalDrift()).isEqualTo(Weight.ZERO);
        assertThat(report.tiers())
                .extracting(TierDriftTest::text)
                .containsExactly(
                        "SECURITY IWM 17.00 of 10.00 band 2.50 outside, value 17000.00",
                        "SECURITY SPY 43.00 of 50.00 band 5.00 outside, value 43000.00",
                        "SECURITY AGG 40.00 of 40.00 band 5.00 inside, value 40000.00");
    }

    @ParameterizedTest
    @CsvSource({
        "125, 5 points, false",
        "125, 5 points or 25 %, false",
        "126, 5 points or 25 %, true",
        "126, 3 points, false",
        "126, 26 %, false",
        "126, 20 % or 3 points, true"
    })
    void takesTheNarrowerOfTheAbsoluteAndTheRelativeBand(int shares, String band, boolean outside) {
        Household household = household(
                "H1", "mix", "0", "SPY", String.valueOf(600 - shares), "IWM", String.valueOf(shares), "AGG", "400");
        var bands = new TierBands(ToleranceBand.of(band), ToleranceBand.of("50 points"), Map.of(), Map.of());

        assertThat(tier(measure(household, LARGE_AND_SMALL, bands), Tier.SECURITY, "IWM")
                        .outside())
                .isEqualTo(outside);
    }

    @Test
    void addsSecuritiesToTheSubClassesThatTheFirmForms() {
        Household household = household("H1", "mix", "0", "SPY", "460", "IWM", "140", "AGG", "400");
        var bands = new TierBands(
                ToleranceBand.of("50 points"),
                ToleranceBand.of("3 points"),
                Map.of(new SubClass("Large"), ToleranceBand.of("10 points")),
                members("SPY", "Large", "IWM", "Small", "GONE", "Small"));

        DriftReport report = measure(household, LARGE_AND_SMALL, bands);

        assertThat(report.outside()).as("classes decide").isFalse();
        assertThat(report.tiers())
                .filteredOn(tier -> tier.tier() == Tier.SUB_CLASS)
                .extracting(TierDriftTest::text)
                .containsExactly(
                        "SUB_CLASS Large 46.00 of 50.00 band 10.00 inside, value 46000.00",
                        "SUB_CLASS Small 14.00 of 10.00 band 3.00 outside, value 14000.00");
        assertThat(tier(report, Tier.SECURITY, "IWM").subClass()).isEqualTo(new SubClass("Small"));
        assertThat(tier(report, Tier.SECURITY, "AGG").subClass()).isNull();
    }

    @Test
    void keepsANameThatTwoClassesUseApart() {
        Household household = household("H1", "mix", "0", "SPY", "460", "IWM", "140", "AGG", "400");
        var bands = new TierBands(
                ToleranceBand.of("50 points"),
                ToleranceBand.of("3 points"),
                Map.of(),
                members("SPY", "Core", "AGG", "Core"));

        assertThat(measure(household, LARGE_AND_SMALL, bands).tiers())
                .filteredOn(tier -> tier.tier() == Tier.SUB_CLASS)
                .extracting(tier -> tier.assetClass() + " " + tier.actual().inPercent())
                .containsExactly("US Equity 46.00", "US Bond 40.00");
    }

    @Test
    void countsASubstituteForTheSecurityItStandsForAndHeldAwayToo() {
        Household household = household(
                "H1",
                "60/40",
                account("H1-A1", "0", "VTI", "400", "AGG", "300"),
                at(account("H1-A2", "0", "SPY", "420", "EFA", "200"), "elsewhere", true));
        var bands = new TierBands(
                ToleranceBand.of("5 points"),
                ToleranceBand.of("5 points"),
                Map.of(),
                members("SPY", "Core", "VTI", "Elsewhere"));

        DriftReport report = measure(household, book(), bands);

        assertThat(report.tiers())
                .extracting(TierDriftTest::text)
                .containsExactly(
                        "SUB_CLASS Core 62.00 of 60.00 band 5.00 inside, value 62000.00",
                        "SECURITY AGG 30.00 of 40.00 band 5.00 outside, value 30000.00",
                        "SECURITY EFA 8.00 of 0.00 band 5.00 outside, value 8000.00",
                        "SECURITY SPY 62.00 of 60.00 band 5.00 inside, value 62000.00");
    }

    @Test
    void addsUpToTheClassesForEveryGeneratedHousehold() {
        Book generated = GeneratedBook.of(43, 60, 2);
        var bands = new TierBands(
                ToleranceBand.of("1 points"),
                ToleranceBand.of("1 points"),
                Map.of(),
                generated.securities().keySet().stream()
                        .collect(Collectors.toMap(
                                s -> s, s -> new SubClass(s.value().substring(0, 1)))));
        int outside = 0;
        for (Household household : generated.households()) {
            if (household.model() == null) continue;
            DriftReport report = measure(household, generated, bands);
            for (Tier tier : Tier.values()) {
                Money held = report.tiers().stream()
                        .filter(one -> one.tier() == tier)
                        .map(TierDrift::value)
                        .reduce(Money.ZERO, Money::plus);
                assertThat(held).as("%s %s", household.id(), tier).isEqualTo(invested(report));
            }
            outside += (int) report.tiers().stream().filter(TierDrift::outside).count();
        }
        assertThat(outside).isPositive();
    }

    /** The value of a report less its cash. */
    private static Money invested(DriftReport report) {
        Weight cash = report.classes().stream()
                .flatMap(drift -> drift.contributors().stream())
                .filter(one -> one.symbol().equals(DriftCalculation.CASH))
                .map(DriftReport.Contributor::drift)
                .reduce(Weight.ZERO, Weight::plus);
        Money bySecurity = report.tiers().stream()
                .filter(one -> one.tier() == Tier.SECURITY)
                .map(TierDrift::value)
                .reduce(Money.ZERO, Money::plus);
        Weight share = new Weight(bySecurity.shareOf(report.value())).plus(cash);
        assertThat(share.minus(Weight.of("1")).absolute()).isLessThan(Weight.of("0.00001"));
        return bySecurity;
    }

    private static DriftReport measure(Household household, Book market, TierBands bands) {
        var calculation = new DriftCalculation(
                BandPolicy.firm(ToleranceBand.of("20 points")),
                bands,
                Basis.ANY_CLASS,
                Weight.of("0.10"),
                Period.ofDays(60),
                new AssetClass("Cash Equivalent"));
        return calculation.measure(household, market, TODAY);
    }

    private static TierDrift tier(DriftReport report, Tier tier, String name) {
        return report.tiers().stream()
                .filter(one -> one.tier() == tier && one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(TierDrift tier) {
        return "%s %s %s of %s band %s %s, value %s"
                .formatted(
                        tier.tier(),
                        tier.name(),
                        tier.actual().inPercent(),
                        tier.target().inPercent(),
                        tier.band().inPercent(),
                        tier.outside() ? "outside" : "inside",
                        tier.value().amount());
    }

    private static Map<Symbol, SubClass> members(String... pairs) {
        return Stream.iterate(0, i -> i < pairs.length, i -> i + 2)
                .collect(Collectors.toMap(i -> new Symbol(pairs[i]), i -> new SubClass(pairs[i + 1])));
    }

    private static Book market(String name, String[] weights, Security... securities) {
        return new Book(
                Stream.of(securities).collect(Collectors.toMap(Security::symbol, s -> s)),
                Map.of(name, model(name, weights)),
                List.of(),
                List.of());
    }
}
