package org.driftgate.trading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.trading.ReconcileExecutions.Reconciliation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reconciliations with their breaks, and what people found out about them; rows are only ever added. */
@Component
class BreakTable {

    private final JdbcClient jdbc;

    BreakTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(CaseId about, int orders, Reconciliation result, List<Break> breaks, Instant at) {
        long id = jdbc.sql("""
                insert into driftgate.reconciliation (case_id, orders, filled, complete, at)
                values (:case, :orders, :filled, :complete, :now) returning id""")
                .param("case", about.value())
                .param("orders", orders)
                .param("filled", result.filledOrders())
                .param("complete", result.complete())
                .param("now", OrderWrites.utc(at))
                .query(Long.class)
                .single();
        for (int i = 0; i < breaks.size(); i++) keep(id, i + 1, breaks.get(i));
    }

    private void keep(long reconciliation, int number, Break found) {
        jdbc.sql("insert into driftgate.reconciliation_break values (:id, :number, :kind, :line, :sentence)")
                .param("id", reconciliation)
                .param("number", number)
                .param("kind", found.kind().name())
                .param("line", found.line())
                .param("sentence", found.sentence())
                .update();
    }

    /** Of every reconciliation of the case so far. */
    List<String> sentences(CaseId about) {
        return jdbc.sql("""
                select distinct b.sentence from driftgate.reconciliation_break b
                join driftgate.reconciliation r on r.id = b.reconciliation_id where r.case_id = :case""").param("case", about.value()).query(String.class).list();
    }

    List<String> explained(CaseId about) {
        return jdbc.sql("""
                select distinct b.sentence from driftgate.reconciliation_break b
                join driftgate.reconciliation r on r.id = b.reconciliation_id
                join driftgate.break_resolution x on x.reconciliation_id = r.id where r.case_id = :case""").param("case", about.value()).query(String.class).list();
    }

    Optional<Long> newest(CaseId about) {
        return jdbc.sql("select id from driftgate.reconciliation where case_id = :case order by id desc limit 1")
                .param("case", about.value())
                .query(Long.class)
                .optional();
    }

    List<Break> of(long reconciliation) {
        return jdbc.sql("select * from driftgate.reconciliation_break where reconciliation_id = :id order by number")
                .param("id", reconciliation)
                .query((row, n) -> new Break(
                        Break.Kind.valueOf(row.getString("kind")),
                        row.getObject("line", Integer.class),
                        row.getString("sentence")))
                .list();
    }

    boolean isExplained(long reconciliation) {
        return jdbc.sql("select exists (select from driftgate.break_resolution where reconciliation_id = :id)")
                .param("id", reconciliation)
                .query(Boolean.class)
                .single();
    }

    void explain(long reconciliation, String note, PersonId person, Instant at) {
        jdbc.sql("insert into driftgate.break_resolution values (:id, :note, :person, :now)")
                .param("id", reconciliation)
                .param("note", note)
                .param("person", person.value())
                .param("now", OrderWrites.utc(at))
                .update();
    }
}
