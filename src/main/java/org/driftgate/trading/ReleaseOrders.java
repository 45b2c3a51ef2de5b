package org.driftgate.trading;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.market.MarketCalendar;
import org.driftgate.review.ApprovedVersion;
import org.driftgate.review.Gate;
import org.driftgate.shared.CaseId;
import org.driftgate.trading.ReleaseCheck.Verdict;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides when and whether an approved case may be sent. */
@Component
public class ReleaseOrders {

    private final Gate gate;
    private final MarketCalendar market;
    private final CompareWithSnapshot compare;
    private final AuditLog audit;
    private final Clock clock;

    ReleaseOrders(Gate gate, MarketCalendar market, CompareWithSnapshot compare, AuditLog audit, Clock clock) {
        this.gate = gate;
        this.market = market;
        this.compare = compare;
        this.audit = audit;
        this.clock = clock;
    }

    /** When the case may be sent at the earliest: now inside a window, otherwise the next opening. */
    public Instant schedule(CaseId about) {
        if (gate.approval(about).isEmpty())
            throw new IllegalStateException("case %s has no approval to schedule".formatted(about));
        return market.nextRelease(clock.instant());
    }

    /** Looks again at everything: approval, hash, expiry, consent, window, prices, lots, restrictions, open orders. */
    @Transactional
    public ReleaseCheck recheck(CaseId about) {
        ReleaseCheck check = check(about);
        audit.append(AuditEntry.ofCase(
                AuditEvent.RELEASE_CHECKED,
                about,
                Map.of("verdict", check.verdict().name(), "reasons", check.reasons())));
        return check;
    }

    private ReleaseCheck check(CaseId about) {
        Instant now = clock.instant();
        Optional<ApprovedVersion> found = gate.approval(about);
        if (found.isEmpty()) return new ReleaseCheck(Verdict.STALE, gate.objections(about));
        ApprovedVersion approval = found.get();
        if (!approval.expiresAt().isAfter(now))
            return new ReleaseCheck(Verdict.EXPIRED, List.of("The approval expired at " + approval.expiresAt() + "."));
        if (!market.isReleaseOpen(now))
            return new ReleaseCheck(
                    Verdict.NOT_YET, List.of("The next release window opens at " + market.nextRelease(now) + "."));
        List<String> objections = gate.objections(about);
        if (!objections.isEmpty()) return new ReleaseCheck(Verdict.STALE, objections);
        List<String> moves = compare.moves(approval);
        return new ReleaseCheck(moves.isEmpty() ? Verdict.READY : Verdict.STALE, moves);
    }
}
