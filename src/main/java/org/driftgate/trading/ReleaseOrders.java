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
    private final Sending sending;
    private final CompareWithSnapshot compare;
    private final ReleaseChecks checks;
    private final TradingSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    ReleaseOrders(
            Gate gate,
            MarketCalendar market,
            Sending sending,
            CompareWithSnapshot compare,
            ReleaseChecks checks,
            TradingSettings settings,
            AuditLog audit,
            Clock clock) {
        this.gate = gate;
        this.market = market;
        this.sending = sending;
        this.compare = compare;
        this.checks = checks;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * When the case is looked at again at the earliest: in a window, and after the time in which the approval may be taken
     * back; while sending is stopped a pause later. Without an approval now, because the look then sends it back.
     */
    public Instant schedule(CaseId about) {
        Instant now = clock.instant();
        Optional<ApprovedVersion> approval = gate.approval(about);
        if (approval.isEmpty()) return now;
        Instant rested = approval.get().notBefore();
        if (rested.isAfter(now)) return market.nextRelease(rested);
        boolean waits = market.isReleaseOpen(now) && sending.sentence().isPresent();
        return waits ? now.plus(settings.stopPause()) : market.nextRelease(now);
    }

    /** Looks again at everything: approval, hash, expiry, consent, window, prices, lots, restrictions, open orders. */
    @Transactional
    public ReleaseCheck recheck(CaseId about) {
        Optional<ReleaseCheck> early = withoutTheNetwork(about);
        early.ifPresent(check -> record(about, check));
        return early.orElseGet(() -> look(about));
    }

    /** The check that a claim may rest on, made anew when the last one is too old; empty when the case is not ready. */
    Optional<Long> readiness(CaseId about, ApprovedVersion approval) {
        Optional<Long> standing = checks.standing(approval);
        if (standing.isPresent()) return standing;
        recheck(about);
        return checks.standing(approval);
    }

    private Optional<ReleaseCheck> withoutTheNetwork(CaseId about) {
        Instant now = clock.instant();
        Optional<ApprovedVersion> approval = gate.approval(about);
        if (approval.isEmpty()) return Optional.of(new ReleaseCheck(Verdict.STALE, gate.objections(about)));
        Instant expiry = approval.get().expiresAt();
        if (!expiry.isAfter(now)) return because(Verdict.EXPIRED, "The approval expired at " + expiry + ".");
        Instant rested = approval.get().notBefore();
        if (now.isBefore(rested))
            return because(Verdict.NOT_YET, "The approval may still be taken back until " + rested + ".");
        if (!market.isReleaseOpen(now))
            return because(Verdict.NOT_YET, "The next release window opens at " + market.nextRelease(now) + ".");
        Optional<String> stop = sending.sentence();
        if (stop.isPresent()) return because(Verdict.NOT_YET, stop.get());
        List<String> objections = gate.objections(about);
        return objections.isEmpty() ? Optional.empty() : Optional.of(new ReleaseCheck(Verdict.STALE, objections));
    }

    private static Optional<ReleaseCheck> because(Verdict verdict, String reason) {
        return Optional.of(new ReleaseCheck(verdict, List.of(reason)));
    }

    private ReleaseCheck look(CaseId about) {
        ApprovedVersion approval = gate.approval(about)
                .orElseThrow(() -> new IllegalStateException("the approval of case %s is gone".formatted(about)));
        FreshLook look = compare.look(approval);
        checks.keep(approval, look);
        return new ReleaseCheck(look.isReady() ? Verdict.READY : Verdict.STALE, look.reasons());
    }

    /** A case that goes on waiting for the same stop is not recorded again each time it asks. */
    private void record(CaseId about, ReleaseCheck check) {
        boolean asksAgain = check.verdict() == Verdict.NOT_YET
                && market.isReleaseOpen(clock.instant())
                && sending.sentence().isPresent()
                && !sending.meets(about);
        if (asksAgain) return;
        audit.append(AuditEntry.ofCase(
                AuditEvent.RELEASE_CHECKED,
                about,
                Map.of("verdict", check.verdict().name(), "reasons", check.reasons())));
    }
}
