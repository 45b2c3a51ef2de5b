package org.driftgate.trading;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.run.Cases;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The breaks that the newest reconciliation of a case found, and what a person found out about them. */
@Component
public class Breaks {

    private final BreakTable table;
    private final Cases cases;
    private final AuditLog audit;
    private final Clock clock;

    Breaks(BreakTable table, Cases cases, AuditLog audit, Clock clock) {
        this.table = table;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public View view(CaseId about) {
        List<Break> found = table.newest(about).map(table::of).orElse(List.of());
        List<String> explained = table.explained(about);
        return new View(
                about.value(),
                cases.get(about).householdName(),
                found.stream()
                        .map(one -> new Line(
                                one.kind().name(),
                                one.line(),
                                one.sentence(),
                                one.kind().needsExplanation() && !explained.contains(one.sentence())))
                        .toList());
    }

    /** Keeps what a person found out about everything that is open; empty problems mean that it was recorded. */
    @Transactional
    public List<String> explain(CaseId about, String note, PersonId person) {
        if (note.isBlank()) return List.of("A note is required: what caused the break, and what was done about it.");
        long newest = table.newest(about)
                .orElseThrow(() -> new IllegalStateException("case %s was never reconciled".formatted(about)));
        if (table.isExplained(newest)) return List.of("The breaks of %s are explained already.".formatted(about));
        List<String> open = view(about).open();
        table.explain(newest, note.strip(), person, clock.instant());
        audit.append(AuditEntry.ofCase(AuditEvent.BREAK_RESOLVED, about, Map.of("note", note.strip(), "breaks", open))
                .by(person));
        return List.of();
    }

    /** Every difference of the newest reconciliation, also those that nobody has to explain. */
    public record View(String caseId, String householdName, List<Line> breaks) {

        public View {
            breaks = List.copyOf(breaks);
        }

        List<String> open() {
            return breaks.stream().filter(Line::open).map(Line::sentence).toList();
        }
    }

    /** {@code open}: a person must say what became of it. */
    public record Line(String kind, @Nullable Integer line, String sentence, boolean open) {}
}
