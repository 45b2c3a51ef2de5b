package org.driftgate.trading;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.run.CaseState;
import org.driftgate.run.Cases;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.Quantity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders that a person must look at, and what was decided about them. */
@Component
public class ExecutionExceptions {

    private final OrderRows rows;
    private final Submissions submissions;
    private final ResolveException resolve;
    private final Cases cases;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ExecutionExceptions(
            OrderRows rows,
            Submissions submissions,
            ResolveException resolve,
            Cases cases,
            AuditLog audit,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.submissions = submissions;
        this.resolve = resolve;
        this.cases = cases;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Marks the case as an execution exception and says in a sentence what happened. */
    @Transactional
    public String flag(CaseId about) {
        String sentence = trouble(about).sentence();
        jdbc.sql("insert into driftgate.execution_exception (case_id, sentence, at) values (:case, :sentence, :now)")
                .param("case", about.value())
                .param("sentence", sentence)
                .param("now", OrderWrites.utc(clock.instant()))
                .update();
        cases.moveTo(about, CaseState.EXCEPTION, sentence);
        audit.append(AuditEntry.ofCase(AuditEvent.EXCEPTION_FLAGGED, about, Map.of("whatHappened", sentence)));
        return sentence;
    }

    public ExceptionView view(CaseId about) {
        Trouble trouble = trouble(about);
        return new ExceptionView(
                about.value(),
                cases.get(about).householdName(),
                trouble.sentence(),
                resolve.flaggedAt(about).orElse(null),
                trouble.lines(),
                trouble.actions());
    }

    /** Empty problems mean it was recorded. AMEND makes a new version that goes back to the gate. */
    @Transactional
    public List<String> resolve(CaseId about, Resolution resolution, PersonId person) {
        return resolve.forCase(about, resolution, person);
    }

    private Trouble trouble(CaseId about) {
        return new Trouble(rows.ofCase(about), submissions.standingRefusal(about));
    }

    public enum Action {
        RETRY,
        AMEND,
        CANCEL,
        BY_HAND
    }

    /** A reference of the custodian's own site is required for BY_HAND, lines for AMEND, a reason always. */
    public record Resolution(Action action, @Nullable String reference, String reason, List<AmendedLine> lines) {

        public Resolution {
            lines = List.copyOf(lines);
        }

        public record AmendedLine(int line, Quantity quantity) {}
    }
}
