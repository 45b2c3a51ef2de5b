package org.driftgate.trading;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The kill switch. One person stops all sending; nothing is claimed until two different people have agreed to every stop.
 * Whoever stopped may be one of the two.
 */
@Component
public class Sending {

    private static final int PEOPLE = 2;

    private final SendingRows rows;
    private final AuditLog audit;
    private final Clock clock;

    Sending(SendingRows rows, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** The stops that keep everything from being sent, oldest first; none means that orders may be sent. */
    public List<SendingStop> stops() {
        return rows.open();
    }

    /** How many cases met one of the stops in force. */
    public int waitingCases() {
        return rows.waitingCases();
    }

    /** Waits for claims that are being made at this moment; returns after the last of them. */
    @Transactional
    public void stop(PersonId person, String reason) {
        rows.lock();
        long stop = rows.stop(person, reason, clock.instant());
        record(AuditEvent.SENDING_STOPPED, person, Map.of("stop", stop, "reason", reason));
    }

    /** What is against it; empty means that the agreement is recorded, which restarts sending if it is the second one. */
    @Transactional
    public List<String> agreeToRestart(PersonId person, String reason) {
        rows.lock();
        List<SendingStop> open = rows.open();
        if (open.isEmpty()) return refuse(person, "Sending is not stopped.");
        List<SendingStop> lacking =
                open.stream().filter(stop -> !stop.isAgreedBy(person)).toList();
        if (lacking.isEmpty())
            return refuse(person, "You agreed already; sending restarts when a second person agrees.");
        lacking.forEach(stop -> agree(stop, person, reason));
        return List.of();
    }

    private void agree(SendingStop stop, PersonId person, String reason) {
        rows.agree(stop.id(), person, reason, clock.instant());
        boolean isOver = stop.agreements().size() + 1 == PEOPLE;
        record(
                isOver ? AuditEvent.SENDING_RESTARTED : AuditEvent.SENDING_RESTART_AGREED,
                person,
                Map.of("stop", stop.id(), "reason", reason));
    }

    private List<String> refuse(PersonId person, String why) {
        record(AuditEvent.SENDING_RESTART_REFUSED, person, Map.of("reason", why));
        return List.of(why);
    }

    private void record(AuditEvent event, PersonId person, Map<String, ?> facts) {
        audit.append(new AuditEntry(event, person, null, null, facts, null));
    }

    /** Why nothing may be claimed; no stop can come before the end of the transaction otherwise. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<String> objection() {
        rows.share();
        return sentence();
    }

    Optional<String> sentence() {
        return rows.open().stream().findFirst().map(SendingStop::sentence);
    }

    /** True the first time that the case meets one of these stops. */
    @Transactional
    boolean meets(CaseId about) {
        return rows.open().stream()
                .map(stop -> rows.meet(stop.id(), about, clock.instant()))
                .reduce(false, Boolean::logicalOr);
    }
}
