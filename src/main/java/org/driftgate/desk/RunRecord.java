package org.driftgate.desk;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.audit.RecordedEntry;
import org.driftgate.run.Run;
import org.driftgate.security.Disclosed;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.RunId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the record says of a run as such. */
@Component
class RunRecord {

    private static final String UNTOLD = "what was missing or wrong is shown to compliance and operations";

    private final AuditLog audit;

    RunRecord(AuditLog audit) {
        this.audit = audit;
    }

    List<RecordedEntry> of(RunId run) {
        List<RecordedEntry> entries = audit.ofRun(run);
        for (RecordedEntry recorded : entries)
            if (recorded.entry().facts().get("household") instanceof String household)
                Disclosed.add(new HouseholdId(household));
        return entries;
    }

    /** Everything that was missing or wrong in the data that was refused; it names households of every adviser. */
    List<String> problems(Run run, Viewer viewer) {
        if (viewer.seesAll()) return problems(run.id());
        return run.abortReason() == null ? List.of() : List.of(UNTOLD);
    }

    /** Why the run was aborted, in words that this person may read. */
    @Nullable String abortReason(Run run, Viewer viewer) {
        return run.abortReason() == null || viewer.seesAll() ? run.abortReason() : UNTOLD;
    }

    private List<String> problems(RunId run) {
        return audit.ofRun(run).stream()
                .map(RecordedEntry::entry)
                .filter(entry -> entry.event() == AuditEvent.SNAPSHOT_REJECTED)
                .flatMap(entry -> entry.facts().get("problems") instanceof Collection<?> problems
                        ? problems.stream().map(String::valueOf)
                        : Stream.empty())
                .distinct()
                .toList();
    }
}
