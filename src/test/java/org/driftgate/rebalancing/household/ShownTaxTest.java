package org.driftgate.rebalancing.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.PortfolioFixtures.household;
import static org.driftgate.testing.PortfolioFixtures.ownedBy;
import static org.driftgate.testing.PortfolioFixtures.with;
import static org.driftgate.testing.PortfolioFixtures.withPositions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.driftgate.household.Account;
import org.driftgate.household.Book;
import org.driftgate.household.CashNeed;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.OpenOrder;
import org.driftgate.household.Position;
import org.driftgate.household.Registration;
import org.driftgate.rebalancing.LotPart;
import org.driftgate.rebalancing.LotSale;
import org.driftgate.rebalancing.PlannedTrade;
import org.driftgate.rebalancing.ProposedTrade;
import org.driftgate.rebalancing.RealizedGains;
import org.driftgate.rebalancing.Rebalancing;
import org.driftgate.rebalancing.TaxEffect;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.junit.jupiter.api.Test;

/** The engine, the form, the rules and the letters know one tax of a proposal, wash sales and all. */
class ShownTaxTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final long SEED = 20261120;
    private static final List<Book.Substitute> PAIRS = List.of(
            new Book.Substitute(new Symbol("SPY"), new Symbol("VTI"), true),
            new Book.Substitute(new Symbol("AGG"), new Symbol("BND"), false));

    @Test
    void isTheSameForThePlanAndForItsTrades() {
        System.out.println("households from seed " + SEED);
        var random = new Random(SEED);
        var rules = new ProposeHousehold(policy(), market(), TODAY);
        int washed = 0;
        for (int number = 0; number < 300; number++) {
            Household household = generated(random, "H" + number);
            ProposedHousehold proposed = rules.propose(household);
            if (proposed.status() != ProposedHousehold.Status.OK) continue;
            Rebalancing plan = Objects.requireNonNull(proposed.rebalancing());
            assertThat(shown(household, plan)).as("household %d", number).isEqualTo(Money.usd(plan.nettedTax()));
            if (plan.lotSales().stream().anyMatch(sale -> sale.disallowed().signum() > 0)) washed++;
        }
        assertThat(washed).as("plans with a wash sale").isGreaterThan(20);
    }

    private static Money shown(Household household, Rebalancing plan) {
        List<PlannedTrade> trades = IntStream.range(0, plan.trades().size())
                .mapToObj(line -> planned(line + 1, plan.trades().get(line), plan.lotSales()))
                .toList();
        return TaxEffect.total(
                TaxEffect.of(household, market(), trades, RealizedGains.of(household, trades, TODAY), TODAY));
    }

    private static PlannedTrade planned(int line, ProposedTrade trade, List<LotSale> sales) {
        List<LotPart> lots = sales.stream()
                .filter(sale -> trade.side() == Side.SELL)
                .filter(sale ->
                        sale.account().equals(trade.account()) && sale.symbol().equals(trade.symbol()))
                .map(sale -> new LotPart(new LotId(sale.lot()), new Quantity(sale.quantity())))
                .toList();
        return new PlannedTrade(
                line,
                new AccountId(trade.account()),
                trade.side(),
                new Symbol(trade.symbol()),
                new Quantity(trade.quantity()),
                new Price(trade.price()),
                new Price(trade.price()),
                lots);
    }

    /** A taxable account that must pay out, an IRA and an account set aside, with lots around their price and the window. */
    private static Household generated(Random random, String id) {
        var order = new OpenOrder(
                new AccountId(id + "-A3"),
                new Symbol(random.nextBoolean() ? "SPY" : "EFA"),
                Side.BUY,
                Quantity.shares(3),
                TODAY.minusDays(1));
        Household household = household(
                id,
                "60/40",
                holding(random, account(id + "-A1", "500")),
                ownedBy(holding(random, account(id + "-A2", "500")), "O", Registration.IRA),
                ownedBy(holding(random, account(id + "-A3", "0")), "S", Registration.TAXABLE));
        var need = new CashNeed(
                new AccountId(id + "-A1"),
                CashNeed.Kind.WITHDRAWAL,
                Money.usd(String.valueOf(5000 + random.nextInt(30_000))),
                TODAY.plusDays(5));
        Household paying = with(household, need);
        return random.nextInt(5) == 0 ? with(paying, order) : paying;
    }

    private static Account holding(Random random, Account account) {
        List<Position> positions = new ArrayList<>();
        for (String symbol : List.of("SPY", "VTI", "AGG")) {
            List<Lot> lots = new ArrayList<>();
            for (int number = 0; number < 3; number++) lots.add(lot(random, account.id() + symbol + number, symbol));
            Quantity all = lots.stream().map(Lot::quantity).reduce(Quantity.ZERO, Quantity::plus);
            positions.add(new Position(new Symbol(symbol), all, lots));
        }
        return withPositions(account, positions.toArray(Position[]::new));
    }

    private static Lot lot(Random random, String id, String symbol) {
        double around = symbol.equals("VTI") ? 50 : 100;
        return new Lot(
                new LotId(id),
                new Symbol(symbol),
                Quantity.shares(20 + random.nextInt(100)),
                Price.of(String.format(java.util.Locale.ROOT, "%.2f", around * (0.8 + random.nextDouble() * 0.6))),
                TODAY.minusDays(random.nextInt(4) == 0 ? random.nextInt(40) : 100 + random.nextInt(900)));
    }

    private static Book market() {
        Book plain = book();
        return new Book(plain.securities(), plain.models(), PAIRS, List.of());
    }

    private static ProposalPolicy policy() {
        Map<?, ?> keys = new org.yaml.snakeyaml.Yaml().load("tax: {gain-budget: OFF}");
        return ((PolicyAnswer.Accepted) PolicyReader.read("test", keys)).policy();
    }
}
