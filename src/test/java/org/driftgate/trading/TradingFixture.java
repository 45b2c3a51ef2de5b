package org.driftgate.trading;

import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.PortfolioFixtures.household;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.driftgate.household.Account;
import org.driftgate.household.Book;
import org.driftgate.household.CollectSnapshot;
import org.driftgate.household.Household;
import org.driftgate.household.Security;
import org.driftgate.household.Snapshots;
import org.driftgate.market.MarketCalendar;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.proposal.ProposeTrades;
import org.driftgate.proposal.Reason;
import org.driftgate.proposal.Trade;
import org.driftgate.run.Bucket;
import org.driftgate.run.HouseholdOutcome;
import org.driftgate.run.RunRequest;
import org.driftgate.run.RunSource;
import org.driftgate.run.Runs;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.RunId;
import org.driftgate.shared.Side;
import org.driftgate.shared.SnapshotId;
import org.driftgate.shared.Symbol;
import org.driftgate.testing.CustodianFake;
import org.driftgate.testing.PortfolioSourceStub;
import org.driftgate.testing.TestClock;
import org.driftgate.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A case of household H1 that is proposed and, when asked, approved: line 1 sells 10 SPY and line 2 buys 9 AGG in account
 * 10000001, line 3 buys 3 BND out of the cash of account 10000002.
 */
@Component
class TradingFixture {

    static final PersonId REVIEWER = new PersonId("reviewer");
    static final PersonId ADVISER = new PersonId("advisor01");

    private final CollectSnapshot collect;
    private final Snapshots snapshots;
    private final PortfolioSourceStub source;
    private final TradingConfiguration.TradesToPropose proposal;
    private final ProposeTrades propose;
    private final Proposals proposals;
    private final Runs runs;
    private final MarketCalendar market;
    private final TestClock clock;
    private final CustodianFake custodian;
    private final JdbcClient jdbc;
    private Book told = book();

    TradingFixture(
            CollectSnapshot collect,
            Snapshots snapshots,
            PortfolioSourceStub source,
            TradingConfiguration.TradesToPropose proposal,
            ProposeTrades propose,
            Proposals proposals,
            Runs runs,
            MarketCalendar market,
            TestClock clock,
            CustodianFake custodian,
            JdbcClient jdbc) {
        this.collect = collect;
        this.snapshots = snapshots;
        this.source = source;
        this.proposal = proposal;
        this.propose = propose;
        this.proposals = proposals;
        this.runs = runs;
        this.market = market;
        this.clock = clock;
        this.custodian = custodian;
        this.jdbc = jdbc;
    }

    void reset() {
        TestDatabase.clear();
        custodian.reset();
        clock.moveTo("2026-11-20T08:05");
    }

    static Household calder() {
        return household("H1", "60/40", accounts());
    }

    static Account[] accounts() {
        return new Account[] {
            account("10000001", "100", "SPY", "100", "AGG", "20"), account("10000002", "500", "SPY", "10"),
        };
    }

    static List<Trade> trades() {
        return List.of(
                sale(1, "10000001", "SPY", 10, "100", "98"),
                buy(2, "10000001", "AGG", 9, "100", "102"),
                buy(3, "10000002", "BND", 3, "50", "51"));
    }

    static Trade sale(int line, String account, String symbol, long shares, String price, String limit) {
        var lots = List.of(new LotSale(new LotId(account + "-" + symbol), Quantity.shares(shares)));
        return trade(line, account, Side.SELL, symbol, shares, price, limit, lots);
    }

    static Trade buy(int line, String account, String symbol, long shares, String price, String limit) {
        return trade(line, account, Side.BUY, symbol, shares, price, limit, List.of());
    }

    private static Trade trade(
            int line,
            String account,
            Side side,
            String symbol,
            long shares,
            String price,
            String limit,
            List<LotSale> lots) {
        return new Trade(
                line,
                new AccountId(account),
                side,
                new Symbol(symbol),
                Quantity.shares(shares),
                Price.of(price),
                Price.of(limit),
                lots,
                List.of(new Reason("DRIFT", "US Equity is above its band.")));
    }

    CaseId proposed() {
        return proposed(calder(), trades());
    }

    CaseId proposed(Household household, List<Trade> trades) {
        told = book(household);
        source.answer(told);
        RunId run =
                runs.open(new RunRequest(RunSource.TRADER, new PersonId("trader"), "test", List.of(household.id())));
        var collected = (CollectSnapshot.Outcome.Collected) collect.forRun(run);
        SnapshotId snapshot = collected.snapshot();
        runs.sort(
                run,
                snapshot,
                List.of(new HouseholdOutcome(
                        household.id(),
                        household.name(),
                        household.adviser(),
                        Bucket.OUT_OF_BAND,
                        "US Equity is above its band",
                        new BigDecimal("6.2"))));
        CaseId about = CaseId.of(run, household.id());
        proposal.trades = trades;
        var outcome = propose.forCase(about);
        if (!(outcome instanceof ProposeTrades.Outcome.Proposed))
            throw new IllegalStateException("not proposed: " + outcome);
        return about;
    }

    /** Approved by the reviewer at 08:05 until the end of the day's last release window; the clock goes to 09:50. */
    CaseId approved() {
        return approved(proposed());
    }

    CaseId approved(CaseId about) {
        approve(about);
        clock.moveTo("2026-11-20T09:50");
        priceNow();
        return about;
    }

    void approve(CaseId about) {
        ProposalVersion version = proposals.current(about).orElseThrow();
        Instant now = clock.instant();
        jdbc.sql("""
                insert into driftgate.review_requirement
                values (:version, :hash, array ['COMPLIANCE'], 'the test says so', :now)
                on conflict do nothing""").params(params(version, now)).update();
        jdbc.sql("""
                insert into driftgate.sign_off (version_id, trade_hash, person, tier, comment, signed_at)
                values (:version, :hash, 'reviewer', 'COMPLIANCE', 'fine', :now)""").params(params(version, now)).update();
        jdbc.sql("""
                insert into driftgate.verdict (id, version_id, trade_hash, decision, decided_by, threshold,
                  proposal_reason, comment, decided_at, expires_at, release_day)
                values (:id, :version, :hash, 'APPROVED', 'reviewer', '5 points', 'drift', 'fine', :now, :expires,
                  (cast(:expires as timestamptz) at time zone 'America/New_York')::date)""")
                .params(params(version, now))
                .param("id", UUID.randomUUID())
                .param("expires", utc(market.approvalExpiry(now)))
                .update();
        clock.moveBy(Duration.ofMinutes(5));
    }

    private static Map<String, Object> params(ProposalVersion version, Instant now) {
        return Map.of("version", version.id().value(), "hash", version.tradeHash(), "now", utc(now));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** What the portfolio source will say from now on, at prices of this moment. */
    void sourceNowSays(Book book) {
        told = book;
        priceNow();
    }

    /** The source makes its prices anew; they do not move. */
    void priceNow() {
        source.answer(priced(told, clock.instant()));
    }

    static Book priced(Book book, Instant at) {
        Map<Symbol, Security> securities = book.securities().values().stream()
                .map(s -> new Security(s.symbol(), s.name(), s.assetClass(), s.kind(), s.price(), at))
                .collect(Collectors.toMap(Security::symbol, Function.identity()));
        return new Book(securities, book.models(), book.substitutes(), book.households());
    }

    int count(String table) {
        return jdbc.sql("select count(*) from driftgate." + table)
                .query(Integer.class)
                .single();
    }

    /** A report of an order that the fake took. */
    OrderReport report(CustodyOrder order, OrderReport.State state, OrderReport.Execution... executions) {
        return new OrderReport(
                order.id(),
                custodian.reference(order.id()),
                order.account(),
                order.symbol(),
                order.side(),
                state,
                null,
                null,
                List.of(executions));
    }

    OrderReport.Execution execution(String id, long shares, String price) {
        return new OrderReport.Execution(id, Quantity.shares(shares), Price.of(price), clock.instant());
    }

    OrderReport filled(CustodyOrder order, String price) {
        return report(
                order,
                OrderReport.State.FILLED,
                new OrderReport.Execution("X" + order.id(), order.quantity(), Price.of(price), clock.instant()));
    }

    CustodyOrder taken(String symbol) {
        return custodian.ledger().stream()
                .filter(order -> order.symbol().value().equals(symbol))
                .findFirst()
                .orElseThrow();
    }
}
