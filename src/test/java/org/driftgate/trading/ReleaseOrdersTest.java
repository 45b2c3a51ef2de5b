package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.PortfolioFixtures.household;
import static org.driftgate.testing.PortfolioFixtures.security;
import static org.driftgate.testing.PortfolioFixtures.with;
import static org.driftgate.testing.PortfolioFixtures.withSecurity;
import static org.driftgate.testing.PortfolioFixtures.withStatus;

import java.time.LocalDate;
import java.util.List;
import org.driftgate.household.Account;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.OpenOrder;
import org.driftgate.household.Restriction;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestClock;
import org.driftgate.trading.ReleaseCheck.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

@FeatureTest
@Import(TradingConfiguration.class)
class ReleaseOrdersTest {

    private final TradingFixture given;
    private final ReleaseOrders release;
    private final TestClock clock;

    ReleaseOrdersTest(TradingFixture given, ReleaseOrders release, TestClock clock) {
        this.given = given;
        this.release = release;
        this.clock = clock;
    }

    @BeforeEach
    void reset() {
        given.reset();
    }

    @Test
    void waitsForTheWindow() {
        CaseId about = given.proposed();
        given.approve(about);

        assertThat(release.schedule(about)).isEqualTo(TestClock.at("2026-11-20T09:45"));
        assertThat(release.recheck(about).verdict()).isEqualTo(Verdict.NOT_YET);
    }

    @Test
    void isReadyWhenNothingMoved() {
        CaseId about = given.approved();

        assertThat(release.recheck(about)).isEqualTo(new ReleaseCheck(Verdict.READY, List.of()));
        assertThat(release.schedule(about)).isEqualTo(clock.instant());
    }

    @Test
    void expiresAfterTheLastWindowOfTheDay() {
        CaseId about = given.approved();
        clock.moveTo("2026-11-20T15:45");

        assertThat(release.recheck(about).verdict()).isEqualTo(Verdict.EXPIRED);
    }

    @Test
    void sendsBackAProposalWhosePriceMoved() {
        assertThat(after(withSecurity(book(TradingFixture.calder()), security("SPY", "US Equity", "101.99")))
                        .verdict())
                .isEqualTo(Verdict.READY);
        ReleaseCheck check = after(withSecurity(book(TradingFixture.calder()), security("SPY", "US Equity", "102.01")));

        assertThat(check.verdict()).isEqualTo(Verdict.STALE);
        assertThat(check.reasons()).containsExactly("SPY moved 2.01 % from $100.00 to $102.01.");
    }

    @Test
    void sendsBackAProposalWhoseLotsAreGone() {
        ReleaseCheck check = after(household(
                "H1", "60/40", account("10000001", "100", "SPY", "9", "AGG", "20"), TradingFixture.accounts()[1]));

        assertThat(check.verdict()).isEqualTo(Verdict.STALE);
        assertThat(check.reasons())
                .containsExactly("Lot 10000001-SPY of SPY in account 10000001 holds 9 shares now, not 100.");
    }

    @Test
    void sendsBackAProposalOfAnAccountThatIsFrozen() {
        Account[] accounts = TradingFixture.accounts();
        accounts[0] = withStatus(accounts[0], AccountStatus.FROZEN);

        ReleaseCheck check = after(household("H1", "60/40", accounts));

        assertThat(check.reasons()).containsExactly("Account 10000001 is FROZEN now.");
    }

    @Test
    void sendsBackAProposalUnderANewRestriction() {
        var restriction = new Restriction(null, new Symbol("BND"), Restriction.Kind.NO_BUY, "the client asked for it");

        ReleaseCheck check = after(with(TradingFixture.calder(), restriction));

        assertThat(check.verdict()).isEqualTo(Verdict.STALE);
        assertThat(check.reasons()).singleElement().asString().contains("BND", "the client asked for it");
    }

    @Test
    void sendsBackAProposalBesideSomebodyElsesOrder() {
        var order = new OpenOrder(
                new AccountId("10000002"),
                new Symbol("SPY"),
                Side.SELL,
                Quantity.shares(2),
                LocalDate.parse("2026-11-20"));

        ReleaseCheck check = after(with(TradingFixture.calder(), order));

        assertThat(check.reasons()).singleElement().asString().contains("Somebody else", "10000002");
    }

    @Test
    void sendsBackAProposalWhoseCashWasPaidOut() {
        Account[] accounts = TradingFixture.accounts();
        accounts[1] = account("10000002", "100", "SPY", "10");

        assertThat(after(household("H1", "60/40", accounts)).reasons())
                .containsExactly("The cash of account 10000002 fell from $500.00 to $100.00.");
    }

    private ReleaseCheck after(Household household) {
        return after(book(household));
    }

    private ReleaseCheck after(Book now) {
        given.reset();
        CaseId about = given.approved();
        given.sourceNowSays(now);
        return release.recheck(about);
    }
}
