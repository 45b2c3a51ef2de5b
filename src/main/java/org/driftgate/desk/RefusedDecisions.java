package org.driftgate.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.process.NotWaitingException;
import org.driftgate.review.ReviewDecision;
import org.driftgate.review.ReviewDecision.Outcome;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps what a person tried where a rule said no or the case had moved on; the decision itself left nothing behind. */
@Component
class RefusedDecisions {

    private final AuditLog audit;
    private final TransactionOperations transaction;

    RefusedDecisions(AuditLog audit, TransactionOperations transaction) {
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Decides in a transaction of its own and keeps what came of it only when nothing did. */
    Outcome watch(Try attempt, Supplier<Outcome> deciding) {
        try {
            Outcome outcome = deciding.get();
            record(attempt, problems(outcome));
            return outcome;
        } catch (NotWaitingException e) {
            record(attempt, List.of(String.valueOf(e.getMessage())));
            throw e;
        }
    }

    private void record(Try attempt, List<String> problems) {
        if (problems.isEmpty()) return;
        Map<String, Object> facts = new LinkedHashMap<>(Map.of(
                "version",
                attempt.decision().version(),
                "tradeHash",
                attempt.decision().tradeHash(),
                "decision",
                attempt.decision().kind().name(),
                "problems",
                problems));
        if (attempt.decision().session() != null)
            facts.put("session", attempt.decision().session().toString());
        transaction.executeWithoutResult(
                status -> audit.append(AuditEntry.ofCase(AuditEvent.DECISION_REFUSED, attempt.about(), facts)
                        .by(attempt.person())));
    }

    private static List<String> problems(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) return refused.problems();
        return outcome instanceof Outcome.Moved moved ? moved.changes() : List.of();
    }

    /** Who wants to decide what about which case. */
    record Try(CaseId about, ReviewDecision decision, PersonId person) {}
}
