package org.driftgate.trading;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
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
                where x.intent_id = a.intent_id and x.n = a.n)
              and not exists (select from driftgate.break_resolution b
                join driftgate.reconciliation c on c.id = b.reconciliation_id where c.case_id = i.case_id)""";

    /** Of these the custodian has had its last word, though it does not fit: nothing more will come by itself. */
    private static final String CONTRADICTED = """
            (exists (select from driftgate.order_event f where f.intent_id = a.intent_id and f.n = a.n
                and f.state = 'FILLED')
              or exists (select from driftgate.execution_quarantine q where q.case_id = i.case_id))""";

    private final JdbcClient jdbc;
    private final Custodians custodians;
    private final OrderRows rows;
    private final KeepReports keep;
    private final OrderNews news;
    private final DayEnd days;
    private final PollLag lag;

    CollectExecutions(
            JdbcClient jdbc,
            Custodians custodians,
            OrderRows rows,
            KeepReports keep,
            OrderNews news,
            DayEnd days,
            PollLag lag) {
        this.jdbc = jdbc;
        this.custodians = custodians;
        this.rows = rows;
        this.keep = keep;
        this.news = news;
        this.days = days;
        this.lag = lag;
    }

    @Transactional
    public Collected now() {
        for (OpenDay open : openDays()) {
            List<OrderReport> reports = custodians.require(open.custodian()).reports(open.day());
            var book = new DayBook(open.custodian(), rows.claimedOn(open.day()));
            for (OrderReport report : reports) keep.report(book, report);
        }
        lag.polled();
        var changed = new LinkedHashSet<>(news.unassessed());
        changed.addAll(contradicted());
        return new Collected(List.copyOf(changed), overdue());
    }

    private List<OpenDay> openDays() {
        return jdbc.sql("select distinct i.custodian, a.claimed_on " + OPEN + " order by a.claimed_on")
                .query((row, number) ->
                        new OpenDay(row.getString("custodian"), row.getObject("claimed_on", LocalDate.class)))
                .list();
    }

    /** Cases with orders that should be over by now, although the custodian has not said what became of them. */
    public List<CaseId> overdue() {
        return casesOfDaysThatAreOver("not " + CONTRADICTED);
    }

    /** They are woken to be reconciled: a person must find out what the custodian meant. */
    private List<CaseId> contradicted() {
        return casesOfDaysThatAreOver(
                CONTRADICTED + " and not exists (select from driftgate.reconciliation c where c.case_id = i.case_id)");
    }

    private List<CaseId> casesOfDaysThatAreOver(String condition) {
        return jdbc
                .sql("select distinct i.case_id, a.claimed_on %s and %s order by i.case_id".formatted(OPEN, condition))
                .query((row, number) -> new OpenCase(
                        new CaseId(row.getString("case_id")), row.getObject("claimed_on", LocalDate.class)))
                .list()
                .stream()
                .filter(open -> days.isOver(open.day()))
                .map(OpenCase::about)
                .distinct()
                .toList();
    }

    private record OpenCase(CaseId about, LocalDate day) {}

    private record OpenDay(String custodian, LocalDate day) {}

    /** Cases with news that they have not assessed yet, and cases with orders that should be over by now but are not. */
    public record Collected(List<CaseId> changed, List<CaseId> overdue) {}
}
