package org.driftgate.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.driftgate.household.Account;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.Book;
import org.driftgate.household.CashNeed;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.OpenOrder;
import org.driftgate.household.Position;
import org.driftgate.household.RecentTrade;
import org.driftgate.household.Registration;
import org.driftgate.household.Restriction;
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

/** Whole books from a seed. */
public final class GeneratedBook {

    private GeneratedBook() {}

    /** A whole book with everything a household can carry, awkward characters included. */
    public static Book of(long seed, int households, int lotsPerPosition) {
        System.getLogger(GeneratedBook.class.getName())
                .log(System.Logger.Level.INFO, "book of {0} households from seed {1}", households, seed);
        var random = new Random(seed);
        var all = new Household[households];
        for (int i = 0; i < households; i++)
            all[i] = generatedHousehold(random, "H%06d".formatted(i + 1), lotsPerPosition);
        return PortfolioFixtures.book(all);
    }

    private static Household generatedHousehold(Random random, String id, int lots) {
        var accounts = new ArrayList<Account>();
        for (int a = 1; a <= 1 + random.nextInt(5); a++) accounts.add(generatedAccount(random, id + "-A" + a, lots));
        AccountId first = accounts.get(0).id();
        LocalDate day = LocalDate.parse("2026-11-01").plusDays(random.nextInt(15));
        return new Household(
                new HouseholdId(id),
                "O'Brien \\ \"Söhne\"\tund\n" + id,
                new AdviserId("advisor0" + (1 + random.nextInt(3))),
                "adviser@firm.example",
                List.of(
                        new Household.Recipient("A", "a@client.example"),
                        new Household.Recipient("B", "b@client.example")),
                random.nextInt(20) == 0 ? null : random.nextBoolean() ? "60/40" : "65/35",
                random.nextBoolean() ? Household.ApprovalMode.HOUSEHOLD : Household.ApprovalMode.TRADE,
                random.nextInt(10) == 0 ? "divorce" : null,
                random.nextInt(50) == 0 ? "reconciliation pending" : null,
                accounts,
                List.of(
                        PortfolioFixtures.taxUnit(PortfolioFixtures.JOINT),
                        PortfolioFixtures.taxUnit(new TaxUnitId("T2"))),
                List.of(
                        new CashNeed(first, CashNeed.Kind.RMD, Money.usd("1234.56"), day.plusDays(40)),
                        new CashNeed(first, CashNeed.Kind.CONTRIBUTION, Money.usd("99"), day)),
                List.of(
                        new Restriction(null, new Symbol("VTI"), Restriction.Kind.NO_BUY, "screen"),
                        new Restriction(first, null, Restriction.Kind.NO_SELL, "\\N")),
                List.of(new RecentTrade(
                        first, day, new Symbol("SPY"), Side.BUY, Quantity.shares("3.5"), Price.of("99.123456"))),
                List.of(new OpenOrder(first, new Symbol("AGG"), Side.SELL, Quantity.shares(7), day)));
    }

    private static Account generatedAccount(Random random, String id, int lots) {
        var positions = new ArrayList<Position>();
        for (String symbol : List.of("SPY", "VTI", "EFA", "AGG")) {
            var held = new ArrayList<Lot>();
            for (int n = 0; n < lots; n++)
                held.add(new Lot(
                        new LotId(id + "-" + symbol + n),
                        new Symbol(symbol),
                        new Quantity(BigDecimal.valueOf(1 + random.nextInt(100_000_000), 6)),
                        new Price(BigDecimal.valueOf(1 + random.nextInt(100_000_000), 6)),
                        LocalDate.parse("2015-01-02").plusDays(random.nextInt(4000))));
            Quantity total = held.stream().map(Lot::quantity).reduce(Quantity.ZERO, Quantity::plus);
            positions.add(new Position(new Symbol(symbol), total, held));
        }
        return new Account(
                new AccountId(id),
                PortfolioFixtures.JOINT,
                "P1",
                random.nextBoolean() ? null : LocalDate.parse("1955-02-28"),
                Registration.values()[random.nextInt(5)],
                random.nextInt(4) == 0 ? "fidelity" : "schwab",
                AccountStatus.values()[random.nextInt(10) == 0 ? random.nextInt(6) : 0],
                random.nextBoolean(),
                random.nextInt(8) == 0,
                Money.usd(BigDecimal.valueOf(random.nextInt(5_000_000), 2)),
                Money.usd("10.01"),
                positions);
    }
}
