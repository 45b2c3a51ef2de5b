package org.driftgate.trading;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.trading.ExecutionExceptions.Action;
import org.driftgate.trading.ExecutionExceptions.Resolution;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records what a person decided about troubled orders; looks those in doubt up once more before. */
@Component
class ResolveException {

    private final OrderRows rows;
    private final Submissions submissions;
    private final LookUpOrders lookUp;
    private final AmendOrders amend;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ResolveException(
            OrderRows rows,
            Submissions submissions,
            LookUpOrders lookUp,
            AmendOrders amend,
            AuditLog audit,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.submissions = submissions;
        this.lookUp = lookUp;
        this.amend = amend;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Instant> flaggedAt(CaseId about) {
        return jdbc.sql("select at from driftgate.execution_exception where case_id = :case order by id desc limit 1")
                .param("case", about.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    List<String> forCase(CaseId about, Resolution resolution, PersonId person) {
        lookUp.settleDoubts(about);
        var trouble = new Trouble(rows.ofCase(about), submissions.standingRefusal(about));
        List<String> problems = problems(trouble, resolution);
        if (!problems.isEmpty()) return problems;
        if (resolution.action() == Action.AMEND) {
            List<String> refused = amend.problems(about, trouble, resolution);
            if (!refused.isEmpty()) return refused;
        }
        keep(about, trouble, resolution, person);
        if (resolution.action() == Action.AMEND) amend.version(about, trouble, resolution, person);
        return List.of();
    }

    private static List<String> problems(Trouble trouble, Resolution resolution) {
        var problems = new ArrayList<String>();
        if (resolution.reason().isBlank()) problems.add("A reason is required.");
        if (resolution.action() == Action.BY_HAND && isBlank(resolution.reference()))
            problems.add("Handling by hand needs the custodian's reference.");
        if (resolution.action() == Action.AMEND && resolution.lines().isEmpty())
            problems.add("Amending needs at least one line with its new quantity.");
        if (trouble.isNone()) return problems;
        trouble.actions().stream()
                .filter(action -> action.action().equals(resolution.action().name()) && !action.allowed())
                .forEach(action -> problems.add(action.note()));
        return problems;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void keep(CaseId about, Trouble trouble, Resolution resolution, PersonId person) {
        long id = jdbc.sql("""
                insert into driftgate.exception_resolution (case_id, action, reference, reason, person, at)
                values (:case, :action, :reference, :reason, :person, :now) returning id""")
                .param("case", about.value())
                .param("action", resolution.action().name())
                .param("reference", resolution.reference())
                .param("reason", resolution.reason())
                .param("person", person.value())
                .param("now", OrderWrites.utc(clock.instant()))
                .query(Long.class)
                .single();
        for (Order order : trouble.undecided())
            jdbc.sql("insert into driftgate.resolved_order values (:resolution, :intent, :n)")
                    .param("resolution", id)
                    .param("intent", order.intent().id().value())
                    .param("n", order.progress().attempts())
                    .update();
        audit.append(AuditEntry.ofCase(AuditEvent.EXCEPTION_RESOLVED, about, facts(trouble, resolution))
                .by(person));
    }

    private static Map<String, Object> facts(Trouble trouble, Resolution resolution) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("action", resolution.action().name());
        facts.put("reason", resolution.reason());
        if (resolution.reference() != null) facts.put("reference", resolution.reference());
        facts.put("whatHappened", trouble.sentence());
        facts.put(
                "orders",
                trouble.undecided().stream()
                        .map(order -> order.intent().id().toString())
                        .toList());
        return facts;
    }
}
