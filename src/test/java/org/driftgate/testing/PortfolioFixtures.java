package org.driftgate.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.driftgate.household.Account;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.Book;
import org.driftgate.household.CashNeed;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.OpenOrder;
import org.driftgate.household.Position;
import org.driftgate.household.Registration;
import org.driftgate.household.Restriction;
import org.driftgate.household.Security;
import org.driftgate.household.TaxUnit;
import org.driftgate.modelportfolio.Model;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.TaxUnitId;
import org.driftgate.shared.Weight;

/** Small households at round prices. Prices are of the close of 2026-11-19. */
public final class PortfolioFixtures {

    public static final Instant PRICED = TestClock.at("2026-11-19T16:00");
    public static final TaxUnitId JOINT = new TaxUnitId("T1");

    private PortfolioFixtures() {}

    public static Book book(Household... households) {
        var securities = new HashMap<Symbol, Security>();
        for (Security security : List.of(
                security("SPY", "US Equity", "100"),
                security("VTI", "US Equity", "50"),
                security("EFA", "International Equity", "40"),
                security("AGG", "US Bond", "100"),
                security("BND", "US Bond", "50"),
                security("BIL", "Cash Equivalent", "100"))) securities.put(security.symbol(), security);
        var models = Map.of(
                "60/40", model("60/40", "SPY", "0.60", "AGG", "0.40"),
                "65/35", model("65/35", "SPY", "0.65", "AGG", "0.35"));
        var substitutes = List.of(new Book.Substitute(new Symbol("SPY"), new Symbol("VTI"), false));
        return new Book(securities, models, substitutes, List.of(households));
    }

    public static Security security(String symbol, String assetClass, String price) {
        return new Security(
                new Symbol(symbol),
                symbol + " Fund",
                new AssetClass(assetClass),
                Security.Kind.ETF,
                Price.of(price),
                PRICED);
    }

    public static Model model(String name, String... symbolsAndWeights) {
        var targets = new HashMap<Symbol, Weight>();
        for (int i = 0; i < symbolsAndWeights.length; i += 2)
            targets.put(new Symbol(symbolsAndWeights[i]), Weight.of(symbolsAndWeights[i + 1]));
        return new Model(name, targets);
    }

    /** One taxable account at Schwab; {@code holdings} are pairs of symbol and shares. */
    public static Household household(String id, String model, String cash, String... holdings) {
        return household(id, model, account(id + "-A1", cash, holdings));
    }

    public static Household household(String id, String model, Account... accounts) {
        return new Household(
                new HouseholdId(id),
                "Household " + id,
                new AdviserId("advisor01"),
                "advisor01@firm.example",
                List.of(new Household.Recipient(
                        "Client " + id, id.toLowerCase(java.util.Locale.ROOT) + "@client.example")),
                model,
                Household.ApprovalMode.HOUSEHOLD,
                null,
                null,
                List.of(accounts),
                List.of(taxUnit(JOINT)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    public static Account account(String id, String cash, String... holdings) {
        var positions = new ArrayList<Position>();
        for (int i = 0; i < holdings.length; i += 2) {
            var symbol = new Symbol(holdings[i]);
            var quantity = Quantity.shares(holdings[i + 1]);
            var lot = new Lot(
                    new LotId(id + "-" + symbol), symbol, quantity, Price.of("10"), LocalDate.parse("2020-03-02"));
            positions.add(new Position(symbol, quantity, List.of(lot)));
        }
        return new Account(
                new AccountId(id),
                JOINT,
                "JT",
                LocalDate.parse("1960-05-05"),
                Registration.TAXABLE,
                "schwab",
                AccountStatus.ACTIVE,
                true,
                false,
                Money.usd(cash),
                Money.usd(cash),
                positions);
    }

    public static TaxUnit taxUnit(TaxUnitId id) {
        return new TaxUnit(
                id,
                "married_joint",
                new BigDecimal("0.15"),
                new BigDecimal("0.24"),
                Money.usd("25000"),
                Money.ZERO,
                Money.usd("1200.50"),
                Money.usd("-300"),
                Money.ZERO);
    }

    public static Account withStatus(Account a, AccountStatus status) {
        return account(a, a.custodian(), status, a.heldAway(), a.taxUnit(), a.cash(), a.positions());
    }

    public static Account at(Account a, String custodian, boolean heldAway) {
        return account(a, custodian, a.status(), heldAway, a.taxUnit(), a.cash(), a.positions());
    }

    public static Account withTaxUnit(Account a, String unit) {
        return account(a, a.custodian(), a.status(), a.heldAway(), new TaxUnitId(unit), a.cash(), a.positions());
    }

    public static Account ownedBy(Account a, String owner, Registration registration) {
        return new Account(
                a.id(),
                a.taxUnit(),
                owner,
                a.ownerBirthDate(),
                registration,
                a.custodian(),
                a.status(),
                a.discretionary(),
                a.heldAway(),
                a.cash(),
                a.settledCash(),
                a.positions());
    }

    public static Account withPositions(Account a, Position... positions) {
        return account(a, a.custodian(), a.status(), a.heldAway(), a.taxUnit(), a.cash(), List.of(positions));
    }

    private static Account account(
            Account a,
            String custodian,
            AccountStatus status,
            boolean away,
            TaxUnitId unit,
            Money cash,
            List<Position> p) {
        return new Account(
                a.id(),
                unit,
                a.owner(),
                a.ownerBirthDate(),
                a.registration(),
                custodian,
                status,
                a.discretionary(),
                away,
                cash,
                a.settledCash(),
                p);
    }

    public static Household with(Household h, CashNeed... needs) {
        return copy(h, h.unreconciled(), List.of(needs), h.restrictions(), h.openOrders());
    }

    public static Household with(Household h, Restriction... restrictions) {
        return copy(h, h.unreconciled(), h.cashNeeds(), List.of(restrictions), h.openOrders());
    }

    public static Household with(Household h, OpenOrder... orders) {
        return copy(h, h.unreconciled(), h.cashNeeds(), h.restrictions(), List.of(orders));
    }

    public static Household unreconciled(Household h, String reason) {
        return copy(h, reason, h.cashNeeds(), h.restrictions(), h.openOrders());
    }

    public static Household tradeByTrade(Household h) {
        return new Household(
                h.id(),
                h.name(),
                h.adviser(),
                h.adviserEmail(),
                h.recipients(),
                h.model(),
                Household.ApprovalMode.TRADE,
                h.lifeEvent(),
                h.unreconciled(),
                h.accounts(),
                h.taxUnits(),
                h.cashNeeds(),
                h.restrictions(),
                h.recentTrades(),
                h.openOrders());
    }

    private static Household copy(
            Household h,
            String unreconciled,
            List<CashNeed> needs,
            List<Restriction> restrictions,
            List<OpenOrder> orders) {
        return new Household(
                h.id(),
                h.name(),
                h.adviser(),
                h.adviserEmail(),
                h.recipients(),
                h.model(),
                h.approvalMode(),
                h.lifeEvent(),
                unreconciled,
                h.accounts(),
                h.taxUnits(),
                needs,
                restrictions,
                h.recentTrades(),
                orders);
    }

    public static Book withSecurity(Book book, Security changed) {
        var securities = new HashMap<>(book.securities());
        securities.put(changed.symbol(), changed);
        return new Book(securities, book.models(), book.substitutes(), book.households());
    }

    public static Book withHouseholds(Book book, UnaryOperator<Household> change) {
        return new Book(
                book.securities(),
                book.models(),
                book.substitutes(),
                book.households().stream().map(change).toList());
    }
}
