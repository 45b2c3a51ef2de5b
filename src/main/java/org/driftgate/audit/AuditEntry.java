package org.driftgate.audit;

import java.util.Map;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.RunId;
import org.jspecify.annotations.Nullable;

/**
 * One step to be recorded. {@code facts} holds plain JSON values (text, numbers, flags, lists, maps): what was before
 * and after, references, reasons. {@code sourceHash} is the SHA-256 in hex of the outside message behind the step.
 */
public record AuditEntry(
        AuditEvent event,
        PersonId actor,
        @Nullable RunId run,
        @Nullable CaseId about,
        Map<String, ?> facts,
        @Nullable String sourceHash) {

    /** The unattended process itself; never a signer, recommender or placer. */
    public static final PersonId SYSTEM = new PersonId("driftgate");

    public AuditEntry {
        facts = Map.copyOf(facts);
    }

    public static AuditEntry ofRun(AuditEvent event, RunId run, Map<String, ?> facts) {
        return new AuditEntry(event, SYSTEM, run, null, facts, null);
    }

    public static AuditEntry ofCase(AuditEvent event, CaseId about, Map<String, ?> facts) {
        return new AuditEntry(event, SYSTEM, about.run(), about, facts, null);
    }

    public AuditEntry by(PersonId person) {
        return new AuditEntry(event, person, run, about, facts, sourceHash);
    }

    public AuditEntry from(String hash) {
        return new AuditEntry(event, actor, run, about, facts, hash);
    }
}
