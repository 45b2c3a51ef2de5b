package org.driftgate.trading;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.driftgate.market.MarketCalendar;
import org.driftgate.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the custodian what became of today's orders and keeps every fact once, in any order and however often it comes. */
@Component
public class CollectExecutions {

    /** Attempts that may still be executed, as far as we know. */
    static final String OPEN = """
            from driftgate.attempt a join driftgate.order_intent i on i.id = a.intent_id
            where not exists (select from driftgate.attempt_answer n where n.intent_id = a.intent_id and n.n = a.n
                and n.kind in ('REJECTED', 'NOT_PLACED'))
              and not exists (select from driftgate.order_event e where e.intent_id = a.intent_id and e.n = a.n
                and e.state in ('REJECTED', 'CANCELLED', 'EXPIRED'))
              and not exists (select from driftgate.resolved_order r where r.intent_id = a.intent_id and r.n = a.n)
              and a.quantity > (select coalesce(sum(x.quantity), 0) from driftgate.execution x
                where x.intent_id = a.intent_id and x.n = a.n)""";

    private final JdbcClient jdbc;
    private final Custodians custodians;
    private final OrderRows rows;
    private final KeepReports keep;
    private final OrderNews news;
    private final MarketCalendar market;
    private final TradingSettings settings;
    private final PollLag lag;
    private final Clock clock;

    CollectExecutions(
            JdbcClient jdbc,
            Custodians custodians,
            OrderRows rows,
            KeepReports keep,
            OrderNews news,
            MarketCalendar market,
            TradingSettings settings,
            PollLag lag,
            Clock clock) {
        this.jdbc = jdbc;
        this.custodians = custodians;
        this.rows = rows;
        this.keep = keep;
        this.news = news;
        this.market = market;
        this.settings = settings;
        this.lag = lag;
        this.clock = clock;
    }

    @Transactional
    public Collected now() {
        for (OpenDay open : openDays()) {
            List<OrderReport> reports = custodians.require(open.custodian()).reports(open.day());
            var book = new DayBook(open.custodian(), rows.claimedOn(open.day()));
            for (OrderReport report : reports) keep.report(book, report);
        }
        lag.polled();
        return new Collected(news.unassessed(), overdue());
    }

    private List<OpenDay> openDays() {
        return jdbc.sql("select distinct i.custodian, a.claimed_on " + OPEN + " order by a.claimed_on")
                .query((row, number) ->
                        new OpenDay(row.getString("custodian"), row.getObject("claimed_on", LocalDate.class)))
                .list();
    }

    private int overdue() {
        return jdbc.sql("select a.claimed_on " + OPEN).query(LocalDate.class).list().stream()
                .mapToInt(day -> isOver(day) ? 1 : 0)
                .sum();
    }

    private boolean isOver(LocalDate day) {
        var close = day.atTime(market.calendar().close(day)).atZone(market.zone());
        return clock.instant().isAfter(close.toInstant().plus(settings.overAfterClose()));
    }

    private record OpenDay(String custodian, LocalDate day) {}

    /** Cases with news that they have not assessed yet, and orders that should be over by now but are not. */
    public record Collected(List<CaseId> changed, int overdue) {}
}
