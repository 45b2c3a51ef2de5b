package org.driftgate.rebalancing.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.JOINT;
import static org.driftgate.testing.PortfolioFixtures.book;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.driftgate.household.Account;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.OpenOrder;
import org.driftgate.household.Position;
import org.driftgate.household.RecentTrade;
import org.driftgate.household.Registration;
import org.driftgate.rebalancing.ProposedTrade;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.testing.PortfolioFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the household bought, sold or has on order around a loss, in any of its accounts. */
class WashWindowTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final AccountId TAXABLE = new AccountId("H1-A1");
    private static final AccountId IRA = new AccountId("H1-A2");
    private static final AccountId SPOUSE = new AccountId("H1-A3");
    private static final List<Book.Substitute> PAIRS = List.of(
            new Book.Substitute(new Symbol("SPY"), new Symbol("EFA"), true),
            new Book.Substitute(new Symbol("AGG"), new Symbol("BND"), true));

    @Test
    void harvestsALossThatNobodyIsAboutToBuy() {
        assertThat(trades(losing(List.of(), List.of())))
                .anyMatch(
                        trade -> is(trade, Side.SELL, "SPY") && trade.account().equals("H1-A1"));
    }

    @ParameterizedTest(name = "an order of {1} in {0}")
    @CsvSource({"H1-A2, SPY", "H1-A3, SPY", "H1-A2, EFA"})
    void keepsALossWhileAPurchaseIsOnOrder(String account, String symbol) {
        OpenOrder order = order(account, symbol, Side.BUY);
        ProposedHousehold proposed = propose(losing(List.of(), List.of(order)));
        assertThat(proposed.reason()).contains(symbol + " is on order in " + account + ": losses of it stay");
        assertThat(proposedBy(proposed)).noneMatch(trade -> is(trade, Side.SELL, "SPY"));
    }

    @Test
    void keepsNoLossBecauseOfAnOrderForSomethingElse() {
        assertThat(proposedBy(propose(losing(List.of(), List.of(order("H1-A3", "BIL", Side.BUY))))))
                .anyMatch(trade -> is(trade, Side.SELL, "SPY"));
    }

    @Test
    void buysNothingThatATaxableAccountIsSelling() {
        assertThat(trades(lackingBonds(List.of(), List.of()))).anyMatch(trade -> is(trade, Side.BUY, "AGG"));
        assertThat(proposedBy(propose(lackingBonds(List.of(), List.of(order("H1-A3", "AGG", Side.SELL))))))
                .noneMatch(trade -> is(trade, Side.BUY, "AGG"));
        assertThat(trades(lackingBonds(List.of(), List.of(order("H1-A2", "AGG", Side.SELL)))))
                .as("a retirement account has no loss to wash")
                .anyMatch(trade -> is(trade, Side.BUY, "AGG"));
    }

    @ParameterizedTest(name = "{1} sold in {0} {2} days ago")
    @CsvSource({
        "H1-A1, AGG, 0,  false",
        "H1-A1, AGG, 30, false",
        "H1-A1, AGG, 31, true",
        "H1-A3, AGG, 30, false",
        "H1-A3, AGG, 31, true",
        "H1-A1, BND, 30, false",
        "H1-A1, BND, 31, true",
        "H1-A2, AGG, 30, true",
    })
    void buysNothingBackThroughTheThirtiethDay(String account, String symbol, int daysAgo, boolean buys) {
        var sold = new RecentTrade(
                new AccountId(account),
                TODAY.minusDays(daysAgo),
                new Symbol(symbol),
                Side.SELL,
                Quantity.shares(5),
                Price.of("90"));
        ProposedHousehold proposed = propose(lackingBonds(List.of(sold), List.of()));
        assertThat(proposedBy(proposed).stream().anyMatch(trade -> is(trade, Side.BUY, "AGG")))
                .isEqualTo(buys);
    }

    @ParameterizedTest(name = "sold {0} days ago with a result of {1}")
    @CsvSource({"30, -0.01, false", "31, -0.01, true", "30, 0, true", "30, 25, true", "0, 25, true", "0, -25, false"})
    void buysBackWhatWasReportedToBeSoldWithoutALoss(int daysAgo, String gain, boolean buys) {
        var sold = new RecentTrade(
                TAXABLE,
                TODAY.minusDays(daysAgo),
                new Symbol("AGG"),
                Side.SELL,
                Quantity.shares(5),
                Price.of("90"),
                Money.usd(gain));
        assertThat(proposedBy(propose(lackingBonds(List.of(sold), List.of()))).stream()
                        .anyMatch(trade -> is(trade, Side.BUY, "AGG")))
                .isEqualTo(buys);
    }

    @Test
    void buysBackWhenThePolicyDoesNotLock() {
        var sold = new RecentTrade(
                TAXABLE, TODAY.minusDays(3), new Symbol("AGG"), Side.SELL, Quantity.shares(5), Price.of("90"));
        assertThat(proposedBy(propose(lackingBonds(List.of(sold), List.of()), "harvest: {lock-after-sales: false}")))
                .anyMatch(trade -> is(trade, Side.BUY, "AGG"));
    }

    /** 80 % SPY at a loss in the taxable account, bonds in the IRA, little of a spouse. */
    private static Household losing(List<RecentTrade> traded, List<OpenOrder> orders) {
        return household(
                List.of(
                        account(TAXABLE, Registration.TAXABLE, "1000", holding("L1", "SPY", "800", "150")),
                        account(IRA, Registration.IRA, "1000", holding("L2", "AGG", "200", "100")),
                        account(SPOUSE, Registration.TAXABLE, "1000")),
                traded,
                orders);
    }

    /** 80 % SPY without gain in the taxable account and in the IRA; the model wants 40 % AGG. */
    private static Household lackingBonds(List<RecentTrade> traded, List<OpenOrder> orders) {
        return household(
                List.of(
                        account(TAXABLE, Registration.TAXABLE, "1000", holding("L1", "SPY", "400", "100")),
                        account(IRA, Registration.IRA, "1000", holding("L2", "SPY", "400", "100")),
                        account(SPOUSE, Registration.TAXABLE, "1000", holding("L3", "AGG", "200", "100"))),
                traded,
                orders);
    }

    private static Household household(List<Account> accounts, List<RecentTrade> traded, List<OpenOrder> orders) {
        Household plain = PortfolioFixtures.household("H1", "60/40", accounts.toArray(Account[]::new));
        return new Household(
                plain.id(),
                plain.name(),
                plain.adviser(),
                plain.adviserEmail(),
                plain.recipients(),
                plain.model(),
                plain.approvalMode(),
                null,
                null,
                plain.accounts(),
                plain.taxUnits(),
                List.of(),
                List.of(),
                traded,
                orders);
    }

    private static Account account(AccountId id, Registration registration, String cash, Position... positions) {
        return new Account(
                id,
                JOINT,
                id.equals(SPOUSE) ? "S" : "O",
                LocalDate.parse("1966-12-09"),
                registration,
                "schwab",
                AccountStatus.ACTIVE,
                true,
                false,
                Money.usd(cash),
                Money.usd(cash),
                List.of(positions));
    }

    private static Position holding(String lot, String symbol, String shares, String cost) {
        Quantity quantity = Quantity.shares(shares);
        return new Position(
                new Symbol(symbol),
                quantity,
                List.of(new Lot(
                        new LotId(lot), new Symbol(symbol), quantity, Price.of(cost), LocalDate.parse("2020-03-02"))));
    }

    private static OpenOrder order(String account, String symbol, Side side) {
        return new OpenOrder(new AccountId(account), new Symbol(symbol), side, Quantity.shares(1), TODAY.minusDays(2));
    }

    private static boolean is(ProposedTrade trade, Side side, String symbol) {
        return trade.side() == side && trade.symbol().equals(symbol);
    }

    private static List<ProposedTrade> trades(Household household) {
        ProposedHousehold proposed = propose(household);
        assertThat(proposed.status()).as(proposed.reason()).isEqualTo(ProposedHousehold.Status.OK);
        return proposedBy(proposed);
    }

    private static List<ProposedTrade> proposedBy(ProposedHousehold proposed) {
        return proposed.status() == ProposedHousehold.Status.OK
                ? Objects.requireNonNull(proposed.rebalancing()).trades()
                : List.of();
    }

    private static ProposedHousehold propose(Household household) {
        return propose(household, "{}");
    }

    private static ProposedHousehold propose(Household household, String yaml) {
        Map<?, ?> keys = new org.yaml.snakeyaml.Yaml().load(yaml);
        var policy = ((PolicyAnswer.Accepted) PolicyReader.read("test", keys)).policy();
        Book market = book();
        return new ProposeHousehold(
                        policy, new Book(market.securities(), market.models(), PAIRS, List.of(household)), TODAY)
                .propose(household);
    }
}
