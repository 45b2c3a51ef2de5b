package org.driftgate.desk;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.audit.RecordedEntry;
import org.driftgate.shared.RunId;
import org.springframework.stereotype.Component;

/** What the record says of a run as such. */
@Component
class RunRecord {

    private final AuditLog audit;

    RunRecord(AuditLog audit) {
        this.audit = audit;
    }

    List<RecordedEntry> of(RunId run) {
        return audit.ofRun(run);
    }

    /** Everything that was missing or wrong in the data that was refused. */
    List<String> problems(RunId run) {
        return of(run).stream()
                .map(RecordedEntry::entry)
                .filter(entry -> entry.event() == AuditEvent.SNAPSHOT_REJECTED)
                .flatMap(entry -> entry.facts().get("problems") instanceof Collection<?> problems
                        ? problems.stream().map(String::valueOf)
                        : Stream.empty())
                .distinct()
                .toList();
    }
}
