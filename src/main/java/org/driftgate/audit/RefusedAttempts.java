package org.driftgate.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps that somebody tried what was refused. In a transaction of its own, because the refused one is rolled back; so call
 * it where that transaction holds no lock that another connection would wait for.
 */
@Component
public class RefusedAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedAttempts.class);
    private static final int LONGEST = 1000;

    private final AuditLog audit;

    RefusedAttempts(AuditLog audit) {
        this.audit = audit;
    }

    /** Facts {@code attempt} and {@code refusal} are added to what the attempt was on. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void record(Attempt attempt) {
        Map<String, Object> facts = new LinkedHashMap<>(attempt.on());
        facts.put("attempt", attempt.what());
        facts.put("refusal", shortened(attempt.refusal()));
        CaseId about = attempt.about();
        audit.append(new AuditEntry(
                AuditEvent.ATTEMPT_REFUSED, attempt.who(), about == null ? null : about.run(), about, facts, null));
        LOG.warn("refused to {}: {} {}: {}", attempt.who(), attempt.what(), attempt.on(), shortened(attempt.refusal()));
    }

    private static String shortened(String sentence) {
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST - 1) + "…";
    }

    /**
     * Who tried what, on what (ids by their kind, for example {@code processInstanceId}), and the sentence that refused it.
     * {@code about} is the case, where one is known.
     */
    public record Attempt(
            PersonId who,
            String what,
            Map<String, ?> on,
            @Nullable CaseId about,
            String refusal) {

        public Attempt {
            on = Map.copyOf(on);
        }
    }
}
