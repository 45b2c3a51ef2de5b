package org.driftgate.trading;

import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.withPositions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.driftgate.household.Account;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.Position;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.Reason;
import org.driftgate.proposal.Trade;
import org.driftgate.review.ApprovedVersion;
import org.driftgate.review.Gate;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.PortfolioFixtures;
import org.driftgate.testing.TestClock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;

/**
 * The claim transaction of a case with ten orders, commit included, on embedded PostgreSQL with fsync on: a household of
 * two accounts, ten positions and 300 lots. Every invocation claims a case of its own, whose rows are kept.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 20)
@Measurement(iterations = 5, time = 20)
@Fork(1)
public class ClaimOrdersBenchmark {

    private static final List<String> SYMBOLS = List.of("SPY", "VTI", "EFA", "AGG", "BND");
    private static final List<String> PRICES = List.of("100", "50", "40", "100", "50");
    private static final int LOTS = 30;

    @FeatureTest
    @Import(TradingConfiguration.class)
    static class Rooms {}

    /** Whether the ten orders sell lots, or buy from the cash of their accounts, which is added up once more at commit. */
    @Param({"SELL", "BUY"})
    public Side side;

    private ApplicationContext rooms;
    private TradingFixture given;
    private ClaimOrders claims;
    private CaseId about;
    private ApprovedVersion approval;
    private long check;
    private List<Ticket> tickets;

    @Setup(Level.Trial)
    public void start() {
        rooms = new TestContextManager(Rooms.class).getTestContext().getApplicationContext();
        given = rooms.getBean(TradingFixture.class);
        claims = rooms.getBean(ClaimOrders.class);
        given.reset();
    }

    @Setup(Level.Invocation)
    public void approve() {
        rooms.getBean(TestClock.class).moveTo("2026-11-20T08:05");
        about = given.approved(given.proposed(household(), trades()));
        approval = rooms.getBean(Gate.class).approval(about).orElseThrow();
        check = rooms.getBean(ReleaseOrders.class).readiness(about, approval).orElseThrow();
        tickets = rooms.getBean(WriteTickets.class)
                .write(rooms.getBean(PlanOrders.class).forCase(about).orElseThrow());
        if (tickets.size() != 10) throw new IllegalStateException("%d tickets".formatted(tickets.size()));
    }

    @Benchmark
    public List<String> claim() {
        List<String> objections = claims.claim(about, approval, check, tickets);
        if (!objections.isEmpty()) throw new IllegalStateException("not claimed: " + objections);
        return objections;
    }

    /** A household has one open case at a time. */
    @TearDown(Level.Invocation)
    public void close() {
        rooms.getBean(JdbcClient.class)
                .sql("update driftgate.rebalancing_case set state = 'NOTIFIED', closed_at = opened_at where id = :case")
                .param("case", about.value())
                .update();
    }

    private static Household household() {
        return PortfolioFixtures.household(
                "H1", "60/40", held("10000001"), held("10000002"));
    }

    private static Account held(String id) {
        var positions = new ArrayList<Position>();
        for (String symbol : SYMBOLS) {
            var lots = new ArrayList<Lot>();
            for (int n = 0; n < LOTS; n++)
                lots.add(new Lot(
                        new LotId(id + "-" + symbol + n),
                        new Symbol(symbol),
                        Quantity.shares(10),
                        Price.of("10"),
                        LocalDate.parse("2020-03-02")));
            positions.add(new Position(new Symbol(symbol), Quantity.shares(10 * LOTS), lots));
        }
        return withPositions(account(id, "100000"), positions.toArray(Position[]::new));
    }

    private List<Trade> trades() {
        var trades = new ArrayList<Trade>();
        for (String account : List.of("10000001", "10000002"))
            for (int i = 0; i < SYMBOLS.size(); i++)
                trades.add(trade(trades.size() + 1, account, SYMBOLS.get(i), PRICES.get(i)));
        return trades;
    }

    private Trade trade(int line, String account, String symbol, String price) {
        List<LotSale> lots = List.of(
                new LotSale(new LotId(account + "-" + symbol + 0), Quantity.shares(10)),
                new LotSale(new LotId(account + "-" + symbol + 1), Quantity.shares(5)));
        return new Trade(
                line,
                new AccountId(account),
                side,
                new Symbol(symbol),
                Quantity.shares(15),
                Price.of(price),
                Price.of(side == Side.SELL ? "1" : "200"),
                side == Side.SELL ? lots : List.of(),
                List.of(new Reason("DRIFT", "outside its band")));
    }
}
