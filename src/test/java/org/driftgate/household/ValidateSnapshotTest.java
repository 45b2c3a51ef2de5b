package org.driftgate.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.PortfolioFixtures.household;
import static org.driftgate.testing.PortfolioFixtures.unreconciled;
import static org.driftgate.testing.PortfolioFixtures.with;
import static org.driftgate.testing.PortfolioFixtures.withPositions;
import static org.driftgate.testing.PortfolioFixtures.withSecurity;
import static org.driftgate.testing.PortfolioFixtures.withTaxUnit;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.run.RunRequest;
import org.driftgate.run.RunSource;
import org.driftgate.run.Runs;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Money;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.RunId;
import org.driftgate.shared.Symbol;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.PortfolioSourceStub;
import org.driftgate.testing.TestClock;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Import;

@FeatureTest
@Import(HouseholdConfiguration.class)
class ValidateSnapshotTest {

    private static final Symbol SPY = new Symbol("SPY");

    private final CollectSnapshot collect;
    private final ValidateSnapshot validate;
    private final Snapshots snapshots;
    private final PortfolioSourceStub source;
    private final Runs runs;
    private final AuditLog audit;
    private final TestClock clock;

    ValidateSnapshotTest(
            CollectSnapshot collect,
            ValidateSnapshot validate,
            Snapshots snapshots,
            PortfolioSourceStub source,
            Runs runs,
            AuditLog audit,
            TestClock clock) {
        this.collect = collect;
        this.validate = validate;
        this.snapshots = snapshots;
        this.source = source;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @AfterEach
    void restoreClock() {
        clock.moveTo("2026-11-20T06:55");
    }

    static Stream<Arguments> faultyHouseholds() {
        return Stream.of(
                arguments(
                        "UNRECONCILED",
                        unreconciled(household("H1", "60/40", "1", "SPY", "1"), "transfer under way"),
                        "Household H1: the source says: transfer under way"),
                arguments("NO_ACCOUNTS", household("H1", "60/40"), "Household H1: the household has no account"),
                arguments(
                        "LOTS_DO_NOT_ADD_UP",
                        holding("12", lot("SPY", "5", "10", "2020-01-02"), lot("SPY", "6.5", "10", "2020-01-03")),
                        "Account H1-A1: its lots add up to 11.5 shares of SPY, the position is 12 shares"),
                arguments(
                        "LOT_OF_ANOTHER_SECURITY",
                        holding("5", lot("VTI", "5", "10", "2020-01-02")),
                        "Account H1-A1: lot L1 is of VTI, not of SPY"),
                arguments(
                        "NO_COST_BASIS",
                        holding("5", lot("SPY", "5", "0", "2020-01-02")),
                        "Account H1-A1: lot L1 has no cost basis"),
                arguments(
                        "ACQUIRED_IN_FUTURE",
                        holding("5", lot("SPY", "5", "10", "2026-11-21")),
                        "Account H1-A1: lot L1 was acquired on 2026-11-21, after today, 2026-11-20"),
                arguments(
                        "UNKNOWN_TAX_UNIT",
                        household("H1", "60/40", withTaxUnit(account("H1-A1", "1", "SPY", "1"), "T9")),
                        "Account H1-A1: tax unit T9 is not one of the household's"),
                arguments(
                        "NEGATIVE_CASH",
                        household("H1", "60/40", "-0.01", "SPY", "1"),
                        "Account H1-A1: cash of -0.01 is negative"),
                arguments(
                        "UNKNOWN_ACCOUNT",
                        with(
                                household("H1", "60/40", "1", "SPY", "1"),
                                new CashNeed(
                                        new AccountId("H9-A1"),
                                        CashNeed.Kind.RMD,
                                        Money.usd("5"),
                                        LocalDate.parse("2026-12-31"))),
                        "Account H9-A1: a cash need, restriction, trade or order names account H9-A1,"
                                + " which is not one of the household's"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultyHouseholds")
    void quarantinesAFaultyHouseholdAlone(String rule, Household faulty, String sentence) {
        RunId run = collected(book(households(11, faulty)));

        assertThat(validate.ofRun(run)).isEqualTo(new ValidateSnapshot.Outcome.Usable(12, 1));

        assertThat(snapshots.quarantine(snapshots.ofRun(run).orElseThrow()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(rule);
                    assertThat(finding.household()).isEqualTo(new HouseholdId("H1"));
                    assertThat(finding.field()).isNotBlank();
                    assertThat(finding.sentence()).isEqualTo(sentence);
                });
    }

    @Test
    void doesNotJudgeTheLotsOfAnAccountHeldAway() {
        var away = org.driftgate.testing.PortfolioFixtures.at(
                withPositions(account("H1-A1", "1"), new Position(SPY, Quantity.shares(3), List.of())),
                "elsewhere",
                true);
        RunId run = collected(book(household("H1", "60/40", away)));

        assertThat(validate.ofRun(run)).isEqualTo(new ValidateSnapshot.Outcome.Usable(1, 0));
    }

    static Stream<Arguments> unusableBooks() {
        Book good = book(household("H1", "60/40", "1", "SPY", "1"));
        return Stream.of(
                arguments("NO_HOUSEHOLDS", book(), "the source reported no household"),
                arguments(
                        "ZERO_PRICE",
                        withSecurity(good, priced("0", "2026-11-19T16:00")),
                        "the price of SPY, held by account H1-A1, is zero"),
                arguments(
                        "STALE_PRICE",
                        withSecurity(good, priced("100", "2026-11-18T16:00")),
                        "the price of SPY is of 2026-11-18; it must be of 2026-11-19 or later"),
                arguments(
                        "FUTURE_PRICE",
                        withSecurity(good, priced("100", "2026-11-21T09:00")),
                        "the price of SPY is of 2026-11-21, which is after today, 2026-11-20"),
                arguments(
                        "UNKNOWN_SECURITY",
                        book(household("H1", "60/40", "1", "XYZ", "1")),
                        "XYZ of account H1-A1 is not among the reported securities"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusableBooks")
    void refusesABookThatCannotBeTrusted(String rule, Book book, String sentence) {
        RunId run = collected(book);

        var unusable = (ValidateSnapshot.Outcome.Unusable) validate.ofRun(run);

        assertThat(unusable.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.sentence()).isEqualTo(sentence);
        });
        assertThat(audit.ofRun(run)).last().satisfies(recorded -> {
            assertThat(recorded.entry().event()).isEqualTo(AuditEvent.SNAPSHOT_REJECTED);
            assertThat(recorded.entry().facts().get("problems")).isEqualTo(List.of(sentence));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T07:00, false, Friday's close on a Monday",
        "2026-11-24T07:00, true, Friday's close on a Tuesday",
        "2026-11-21T10:00, false, Friday's close on a Saturday"
    })
    void countsTheAgeOfPricesInTradingDays(String now, boolean stale, String because) {
        clock.moveTo(now);
        Book book = book(household("H1", "60/40", "1", "SPY", "1"));
        for (Security security : List.copyOf(book.securities().values()))
            book = withSecurity(book, priced(security, "2026-11-20T16:00"));

        assertThat(validate.ofRun(collected(book)) instanceof ValidateSnapshot.Outcome.Unusable)
                .as(because)
                .isEqualTo(stale);
    }

    @Test
    void refusesABookWithTooManyQuarantinedHouseholds() {
        Household[] households = households(18, unreconciled(household("H1", "60/40", "1"), "x"));
        households[1] = unreconciled(household("H2", "60/40", "1"), "x");
        assertThat(validate.ofRun(collected(book(households))))
                .as("2 of 19")
                .isInstanceOf(ValidateSnapshot.Outcome.Unusable.class);

        households = households(19, unreconciled(household("H1", "60/40", "1"), "x"));
        households[1] = unreconciled(household("H2", "60/40", "1"), "x");
        assertThat(validate.ofRun(collected(book(households))))
                .as("2 of 20")
                .isEqualTo(new ValidateSnapshot.Outcome.Usable(20, 2));
    }

    @Test
    void keepsARunOverOneHouseholdThatCannotBeChecked() {
        source.answer(book(unreconciled(household("H1", "60/40", "1"), "x")));
        RunId run = runs.open(new RunRequest(
                RunSource.TRADER, new PersonId("trader"), "client called", List.of(new HouseholdId("H1"))));
        collect.forRun(run);

        assertThat(validate.ofRun(run)).isEqualTo(new ValidateSnapshot.Outcome.Usable(1, 1));
    }

    @Test
    void judgesASnapshotOnce() {
        RunId run = collected(book(households(11, unreconciled(household("H1", "60/40", "1"), "x"))));

        assertThat(validate.ofRun(run)).isEqualTo(validate.ofRun(run));
        assertThat(snapshots.quarantine(snapshots.ofRun(run).orElseThrow())).hasSize(1);
    }

    private RunId collected(Book book) {
        source.answer(book);
        RunId run = runs.open(new RunRequest(RunSource.SCHEDULE, new PersonId("driftgate"), "daily", List.of()));
        assertThat(collect.forRun(run)).isInstanceOf(CollectSnapshot.Outcome.Collected.class);
        return run;
    }

    private static Household[] households(int sound, Household first) {
        var households = new ArrayList<Household>(List.of(first));
        for (int i = 2; i <= sound + 1; i++) households.add(household("H" + i, "60/40", "100", "SPY", "10"));
        return households.toArray(Household[]::new);
    }

    private static Household holding(String quantity, Lot... lots) {
        var position = new Position(SPY, Quantity.shares(quantity), List.of(lots));
        return household("H1", "60/40", withPositions(account("H1-A1", "1"), position));
    }

    private static Lot lot(String symbol, String quantity, String cost, String acquired) {
        return new Lot(
                new LotId("L1"),
                new Symbol(symbol),
                Quantity.shares(quantity),
                Price.of(cost),
                LocalDate.parse(acquired));
    }

    private static Security priced(String price, String at) {
        Instant instant = TestClock.at(at);
        return new Security(SPY, "SPY Fund", new AssetClass("US Equity"), Security.Kind.ETF, Price.of(price), instant);
    }

    private static Security priced(Security s, String at) {
        return new Security(s.symbol(), s.name(), s.assetClass(), s.kind(), s.price(), TestClock.at(at));
    }
}
