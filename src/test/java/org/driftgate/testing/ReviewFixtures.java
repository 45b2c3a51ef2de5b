package org.driftgate.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.driftgate.household.Account;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.CashNeed;
import org.driftgate.household.Household;
import org.driftgate.household.Household.ApprovalMode;
import org.driftgate.household.Lot;
import org.driftgate.household.Position;
import org.driftgate.household.RecentTrade;
import org.driftgate.household.Registration;
import org.driftgate.household.Restriction;
import org.driftgate.household.TaxUnit;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.Reason;
import org.driftgate.proposal.Trade;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.TaxUnitId;

/**
 * A household far outside its 60/40 band with a proposal that mends it: in each account one sale pays for one buy. SPY and
 * AGG cost 100; the taxable account A1 holds an old gain (L1), a young gain (L2) and a loss (L3).
 */
public final class ReviewFixtures {

    public static final HouseholdId H1 = new HouseholdId("H1");
    public static final AccountId A1 = new AccountId("H1-A1");
    public static final AccountId A2 = new AccountId("H1-A2");
    public static final String HASH = "7a".repeat(32);

    private ReviewFixtures() {}

    public static Household household() {
        return household(ApprovalMode.HOUSEHOLD, List.of(), List.of(), List.of(), taxable(true), ira());
    }

    public static Household household(ApprovalMode mode) {
        return household(mode, List.of(), List.of(), List.of(), taxable(true), ira());
    }

    public static Household nonDiscretionary() {
        return household(ApprovalMode.HOUSEHOLD, List.of(), List.of(), List.of(), taxable(false), ira());
    }

    public static Household with(Restriction restriction) {
        return household(ApprovalMode.HOUSEHOLD, List.of(), List.of(restriction), List.of(), taxable(true), ira());
    }

    public static Household with(CashNeed need) {
        return household(ApprovalMode.HOUSEHOLD, List.of(need), List.of(), List.of(), taxable(true), ira());
    }

    public static Household with(RecentTrade trade) {
        return household(ApprovalMode.HOUSEHOLD, List.of(), List.of(), List.of(trade), taxable(true), ira());
    }

    public static Household with(RecentTrade trade, Account... accounts) {
        return household(ApprovalMode.HOUSEHOLD, List.of(), List.of(), List.of(trade), accounts);
    }

    public static Household withAccounts(Account... accounts) {
        return household(ApprovalMode.HOUSEHOLD, List.of(), List.of(), List.of(), accounts);
    }

    private static Household household(
            ApprovalMode mode,
            List<CashNeed> needs,
            List<Restriction> restrictions,
            List<RecentTrade> recent,
            Account... accounts) {
        return new Household(
                H1,
                "Hopper Household",
                new AdviserId("advisor01"),
                "advisor01@firm.example",
                List.of(new Household.Recipient("Grace Hopper", "grace@client.example")),
                "60/40",
                mode,
                null,
                null,
                List.of(accounts),
                List.of(taxUnit()),
                needs,
                restrictions,
                recent,
                List.of());
    }

    public static Account taxable(boolean discretionary) {
        return account(
                A1,
                Registration.TAXABLE,
                AccountStatus.ACTIVE,
                discretionary,
                "1000",
                position(
                        "SPY",
                        lot("L1", "SPY", "400", "40", "2020-03-02"),
                        lot("L2", "SPY", "200", "80", "2026-06-01"),
                        lot("L3", "SPY", "100", "120", "2025-01-15")));
    }

    public static Account ira() {
        return account(
                A2,
                Registration.IRA,
                AccountStatus.ACTIVE,
                true,
                "500",
                position("SPY", lot("L4", "SPY", "100", "50", "2021-05-03")),
                position("AGG", lot("L5", "AGG", "200", "95", "2021-05-03")));
    }

    public static Account account(
            AccountId id,
            Registration registration,
            AccountStatus status,
            boolean discretionary,
            String cash,
            Position... positions) {
        return new Account(
                id,
                new TaxUnitId("T1"),
                "GH",
                LocalDate.parse("1966-12-09"),
                registration,
                "schwab",
                status,
                discretionary,
                false,
                Money.usd(cash),
                Money.usd(cash),
                List.of(positions));
    }

    public static TaxUnit taxUnit() {
        return new TaxUnit(
                new TaxUnitId("T1"),
                "married_joint",
                new BigDecimal("0.20"),
                new BigDecimal("0.37"),
                Money.usd("20000"),
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO);
    }

    public static Position position(String symbol, Lot... lots) {
        Quantity total = Stream.of(lots).map(Lot::quantity).reduce(Quantity.ZERO, Quantity::plus);
        return new Position(new Symbol(symbol), total, List.of(lots));
    }

    public static Lot lot(String id, String symbol, String quantity, String cost, String acquired) {
        return new Lot(
                new LotId(id),
                new Symbol(symbol),
                Quantity.shares(quantity),
                Price.of(cost),
                LocalDate.parse(acquired));
    }

    /** Lines 1 and 2 in the taxable account, 3 and 4 in the IRA; a buy may cost half a dollar more than its price. */
    public static List<Trade> trades() {
        return List.of(
                sell(1, A1, "SPY", 100, new LotSale(new LotId("L1"), Quantity.shares(100))),
                buy(2, A1, "AGG", 100),
                sell(3, A2, "SPY", 50, new LotSale(new LotId("L4"), Quantity.shares(50))),
                buy(4, A2, "AGG", 50));
    }

    public static Trade sell(int line, AccountId account, String symbol, int quantity, LotSale... lots) {
        return trade(line, account, Side.SELL, symbol, quantity, "99.50", lots);
    }

    public static Trade buy(int line, AccountId account, String symbol, int quantity) {
        return trade(line, account, Side.BUY, symbol, quantity, "100.50");
    }

    public static LotSale part(String lot, String quantity) {
        return new LotSale(new LotId(lot), Quantity.shares(quantity));
    }

    private static Trade trade(
            int line, AccountId account, Side side, String symbol, int quantity, String limit, LotSale... lots) {
        return new Trade(
                line,
                account,
                side,
                new Symbol(symbol),
                Quantity.shares(quantity),
                Price.of("100"),
                Price.of(limit),
                List.of(lots),
                List.of(new Reason("DRIFT", "US Equity is 18.90 points above its target.")));
    }
}
