package org.driftgate.notification;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftgate.drift.DriftReport;
import org.driftgate.drift.DriftReport.Basis;
import org.driftgate.drift.DriftReport.ClassDrift;
import org.driftgate.household.Account;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Household.ApprovalMode;
import org.driftgate.household.Household.Recipient;
import org.driftgate.household.Registration;
import org.driftgate.household.Security;
import org.driftgate.proposal.Reason;
import org.driftgate.proposal.Trade;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.Money;
import org.driftgate.shared.OrderId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.TaxUnitId;
import org.driftgate.shared.Weight;
import org.driftgate.trading.Orders;
import org.driftgate.trading.Orders.OrderStatus;

/** Facts of one finished case: 100,000 dollars, 70/25/5 before, 60/35/5 intended. */
final class Letters {

    static final CaseId CASE = new CaseId("R20261120-1.H1");
    static final AdviserId ADVISER = new AdviserId("advisor01");
    static final AccountId TAXABLE = new AccountId("10000001");
    static final AccountId IRA = new AccountId("10000002");

    private Letters() {}

    static ClientNoticeFacts facts(CaseId about, List<Recipient> recipients, ExecutedTrades trades) {
        return facts(about, recipients, trades, Set.of());
    }

    static ClientNoticeFacts facts(
            CaseId about, List<Recipient> recipients, ExecutedTrades trades, Set<Symbol> soldAtALoss) {
        return new ClientNoticeFacts(
                about,
                ADVISER,
                LocalDate.of(2026, 11, 20),
                household(recipients),
                market(),
                drift(),
                trades,
                soldAtALoss);
    }

    static ExecutedTrades complete() {
        return new ExecutedTrades(
                approved(),
                List.of(
                        order(1, TAXABLE, Side.SELL, "VTI", "20", "20", "300.10"),
                        order(2, IRA, Side.SELL, "VTI", "14", "14", "299.90"),
                        order(3, IRA, Side.BUY, "BND", "130", "130", "75.25")));
    }

    static ExecutedTrades partial() {
        return new ExecutedTrades(
                approved(),
                List.of(
                        order(1, TAXABLE, Side.SELL, "VTI", "20", "20", "300.10"),
                        order(2, IRA, Side.SELL, "VTI", "14", "14", "299.90"),
                        order(3, IRA, Side.BUY, "BND", "130", "40", "75.25")));
    }

    static List<Trade> approved() {
        return List.of(
                trade(1, TAXABLE, Side.SELL, "VTI", "20"),
                trade(2, IRA, Side.SELL, "VTI", "14"),
                trade(3, IRA, Side.BUY, "BND", "130"));
    }

    static Trade trade(int line, AccountId account, Side side, String symbol, String quantity) {
        Price price = Price.of("100");
        return new Trade(
                line,
                account,
                side,
                new Symbol(symbol),
                Quantity.shares(quantity),
                price,
                price,
                List.of(),
                List.of(new Reason("DRIFT", "brings the class back")));
    }

    static OrderStatus order(
            int line, AccountId account, Side side, String symbol, String quantity, String filled, String price) {
        Quantity done = Quantity.shares(filled);
        Price paid = done.isZero() ? null : Price.of(price);
        var state = done.isZero()
                ? Orders.State.REJECTED
                : done.equals(Quantity.shares(quantity)) ? Orders.State.FILLED : Orders.State.PARTIALLY_FILLED;
        return new OrderStatus(
                OrderId.random(),
                line,
                account,
                side,
                new Symbol(symbol),
                Quantity.shares(quantity),
                done,
                paid,
                paid,
                paid,
                state,
                "S-10" + line);
    }

    static Household household(List<Recipient> recipients) {
        return new Household(
                new HouseholdId("H1"),
                "Calder",
                ADVISER,
                "advisor01@firm.example",
                recipients,
                "Balanced",
                ApprovalMode.HOUSEHOLD,
                null,
                null,
                List.of(account(TAXABLE, Registration.TAXABLE), account(IRA, Registration.IRA)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static DriftReport drift() {
        return new DriftReport(
                new HouseholdId("H1"),
                Money.usd("100000"),
                Basis.ANY_CLASS,
                true,
                Weight.percent("10"),
                List.of(
                        drift("US Equity", "70", "60", true),
                        drift("US Bond", "25", "35", true),
                        drift("Cash", "5", "5", false)),
                List.of(),
                "US Equity is 10.00 points above its target of 60.00 %.");
    }

    private static ClassDrift drift(String name, String actual, String target, boolean outside) {
        Weight now = Weight.percent(actual);
        Weight intended = Weight.percent(target);
        return new ClassDrift(
                new AssetClass(name),
                Money.usd("1000").times(new BigDecimal(actual)),
                now,
                intended,
                now.minus(intended),
                Weight.percent("5"),
                outside,
                List.of());
    }

    private static Account account(AccountId id, Registration registration) {
        return new Account(
                id,
                new TaxUnitId("T1"),
                "Ana Calder",
                null,
                registration,
                "Schwab",
                AccountStatus.ACTIVE,
                true,
                false,
                Money.ZERO,
                Money.ZERO,
                List.of());
    }

    static Book market() {
        return new Book(
                Map.of(
                        new Symbol("VTI"), security("VTI", "Vanguard Total Stock Market ETF", "US Equity"),
                        new Symbol("BND"), security("BND", "Vanguard Total Bond Market ETF", "US Bond")),
                Map.of(),
                List.of(),
                List.of());
    }

    private static Security security(String symbol, String name, String assetClass) {
        return new Security(
                new Symbol(symbol),
                name,
                new AssetClass(assetClass),
                Security.Kind.ETF,
                Price.of("100"),
                Instant.parse("2026-11-19T21:00:00Z"));
    }
}
