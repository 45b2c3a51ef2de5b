package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.PortfolioFixtures.household;
import static org.driftgate.testing.PortfolioFixtures.with;
import static org.driftgate.testing.PortfolioFixtures.withPositions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.driftgate.household.Account;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.OpenOrder;
import org.driftgate.household.Position;
import org.driftgate.household.Restriction;
import org.driftgate.household.TaxUnit;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.testing.CustodianFake;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestClock;
import org.driftgate.trading.ReleaseCheck.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each reason of R-247 for which a household goes back alone, and that nothing of it reaches the custodian. */
@FeatureTest
@Import(TradingConfiguration.class)
class StalenessTest {

    private final TradingFixture given;
    private final ReleaseOrders release;
    private final SubmitOrders submit;
    private final CustodianFake custodian;
    private final TestClock clock;
    private final JdbcClient jdbc;

    StalenessTest(
            TradingFixture given,
            ReleaseOrders release,
            SubmitOrders submit,
            CustodianFake custodian,
            TestClock clock,
            JdbcClient jdbc) {
        this.given = given;
        this.release = release;
        this.submit = submit;
        this.custodian = custodian;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void reset() {
        given.reset();
    }

    @Test
    void oldPrices() {
        CaseId about = given.approved();
        clock.moveTo("2026-11-20T10:05");
        assertThat(release.recheck(about).verdict()).isEqualTo(Verdict.READY);
        clock.moveTo("2026-11-20T10:06");

        assertStale(about, "The price of SPY is of 2026-11-20T14:50:00Z, more than 15 minutes old.");
    }

    @Test
    void newLots() {
        Account[] accounts = TradingFixture.accounts();
        Position position = accounts[0].positions().get(0);
        var reinvested = new Lot(
                new LotId("R1"),
                position.symbol(),
                Quantity.shares("0.5"),
                Price.of("99"),
                LocalDate.parse("2026-11-20"));
        var lots = new ArrayList<>(position.lots());
        lots.add(reinvested);
        accounts[0] = withPositions(
                accounts[0],
                new Position(position.symbol(), Quantity.shares("100.5"), lots),
                accounts[0].positions().get(1));

        assertStale(
                after(household("H1", "60/40", accounts)), "Lot R1 of 0.5 shares of SPY is new in account 10000001.");
    }

    @Test
    void correctedCost() {
        Account[] accounts = TradingFixture.accounts();
        Lot lot = accounts[0].positions().get(0).lots().get(0);
        var corrected = new Lot(lot.id(), lot.symbol(), lot.quantity(), Price.of("10.01"), lot.acquired());
        accounts[0] = withPositions(
                accounts[0],
                new Position(lot.symbol(), lot.quantity(), List.of(corrected)),
                accounts[0].positions().get(1));

        assertStale(
                after(household("H1", "60/40", accounts)),
                "Cost or date of lot 10000001-SPY of SPY in account 10000001 changed.");
    }

    @Test
    void restrictionOfASecurityThatIsNotTraded() {
        var restriction = new Restriction(null, new Symbol("EFA"), Restriction.Kind.NO_BUY, "asked for");

        assertStale(
                after(with(TradingFixture.calder(), restriction)),
                "A restriction is new: NO_BUY of EFA in every account, asked for.");
    }

    @Test
    void restrictionThatEnded() {
        var restriction = new Restriction(null, new Symbol("EFA"), Restriction.Kind.NO_BUY, "asked for");
        CaseId about =
                given.approved(given.proposed(with(TradingFixture.calder(), restriction), TradingFixture.trades()));
        given.sourceNowSays(book(TradingFixture.calder()));

        assertStale(about, "A restriction is gone: NO_BUY of EFA in every account, asked for.");
    }

    @Test
    void somebodyElsesOrder() {
        var order = new OpenOrder(
                new AccountId("10000002"),
                new Symbol("SPY"),
                Side.SELL,
                Quantity.shares(2),
                LocalDate.parse("2026-11-20"));

        assertStale(
                after(with(TradingFixture.calder(), order)),
                "Somebody else's order to SELL 2 SPY is working in account 10000002.");
    }

    /** Selling 100 shares makes $9,000 of long-term gain; what losses of the year do not shelter costs 15 %. */
    @Test
    void nettedTaxThatIsMoreThanFiveHundredDollarsWorse() {
        assertThat(check(selling("100", "-9000"), "-5667").verdict()).isEqualTo(Verdict.READY);
        given.reset();

        assertThat(check(selling("100", "-9000"), "-5660"))
                .isEqualTo(new ReleaseCheck(
                        Verdict.STALE, List.of("The netted tax is $501.00 now, $0.00 when it was approved.")));
        assertThat(jdbc.sql("select tax_now from driftgate.release_check")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("501");
    }

    /** 5 % of $12,000 are $600. */
    @Test
    void nettedTaxThatIsMoreThanFivePercentWorse() {
        assertThat(check(selling("1000", "-10000"), "-6000").verdict()).isEqualTo(Verdict.READY);
        given.reset();

        assertThat(check(selling("1000", "-10000"), "-5900").reasons())
                .containsExactly("The netted tax is $12615.00 now, $12000.00 when it was approved.");
    }

    @Test
    void changedFinding() {
        CaseId about = given.approved();
        given.sourceNowSays(book(withUnit(TradingFixture.calder(), unit("0", "800"))));

        ReleaseCheck check = release.recheck(about);

        assertThat(check.verdict()).isEqualTo(Verdict.STALE);
        assertThat(check.reasons()).singleElement().asString().startsWith("New finding: WARNING GAIN_BUDGET:");
    }

    @Test
    void othersProceed() {
        CaseId stale = given.approved();
        clock.moveTo("2026-11-20T08:05");
        Household other = household("H2", "60/40", account("20000001", "100", "SPY", "100"));
        CaseId ready = given.approved(
                given.proposed(other, List.of(TradingFixture.sale(1, "20000001", "SPY", 10, "100", "98"))));
        var restriction = new Restriction(null, new Symbol("EFA"), Restriction.Kind.NO_BUY, "asked for");
        given.sourceNowSays(book(with(TradingFixture.calder(), restriction), other));

        assertThat(release.recheck(ready).verdict()).isEqualTo(Verdict.READY);
        assertStale(stale, "A restriction is new: NO_BUY of EFA in every account, asked for.");
        assertThat(submit.forCase(ready)).isEqualTo(SubmitOrders.Outcome.ACCEPTED);

        assertThat(custodian.ledger())
                .extracting(order -> order.account().value())
                .containsExactly("20000001");
    }

    private Household selling(String shares, String longYtd) {
        return withUnit(household("H1", "60/40", account("10000001", "100", "SPY", shares)), unit(longYtd, null));
    }

    private ReleaseCheck check(Household household, String longYtd) {
        long shares = household
                .accounts()
                .get(0)
                .positions()
                .get(0)
                .quantity()
                .shares()
                .longValueExact();
        CaseId about = given.approved(
                given.proposed(household, List.of(TradingFixture.sale(1, "10000001", "SPY", shares, "100", "98"))));
        given.sourceNowSays(book(withUnit(household, unit(longYtd, null))));
        return release.recheck(about);
    }

    private static TaxUnit unit(String longYtd, String budget) {
        TaxUnit unit = TradingFixture.calder().taxUnits().get(0);
        return new TaxUnit(
                unit.id(),
                unit.filingStatus(),
                unit.longTermRate(),
                unit.shortTermRate(),
                budget == null ? null : Money.usd(budget),
                Money.ZERO,
                Money.usd(longYtd),
                Money.ZERO,
                Money.ZERO);
    }

    private static Household withUnit(Household h, TaxUnit unit) {
        return new Household(
                h.id(),
                h.name(),
                h.adviser(),
                h.adviserEmail(),
                h.recipients(),
                h.model(),
                h.approvalMode(),
                h.lifeEvent(),
                h.unreconciled(),
                h.accounts(),
                List.of(unit),
                h.cashNeeds(),
                h.restrictions(),
                h.recentTrades(),
                h.openOrders());
    }

    private CaseId after(Household household) {
        return after(book(household));
    }

    private CaseId after(Book now) {
        CaseId about = given.approved();
        given.sourceNowSays(now);
        return about;
    }

    /** The check says so, its row says so, and a submission that comes all the same sends nothing. */
    private void assertStale(CaseId about, String reason) {
        ReleaseCheck check = release.recheck(about);
        assertThat(check).isEqualTo(new ReleaseCheck(Verdict.STALE, check.reasons()));
        assertThat(check.reasons()).contains(reason);
        assertThat(jdbc.sql("select reasons[1] from driftgate.release_check where result = 'STALE'")
                        .query(String.class)
                        .list())
                .containsExactly(check.reasons().get(0));
        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.NOT_RELEASED);
        assertThat(custodian.ledger()).isEmpty();
        assertThat(given.count("attempt")).isZero();
    }
}
