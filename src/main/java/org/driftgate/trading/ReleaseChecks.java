package org.driftgate.trading;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.review.ApprovedVersion;
import org.driftgate.review.Consequences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was found before each release, never changed; a claim names the row that it rests on. */
@Component
class ReleaseChecks {

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final TradingSettings settings;
    private final Clock clock;

    ReleaseChecks(JdbcClient jdbc, AuditLog audit, TradingSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Commits by itself, so that a claim can refer to it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void keep(ApprovedVersion approval, FreshLook look) {
        ProposalVersion version = approval.version();
        Consequences found = look.consequences();
        long id = jdbc.sql("""
                insert into driftgate.release_check (case_id, version_id, trade_hash, lot_hash, result, reasons, origin,
                  source_hash, asked_at, prices_at, tax_approved, tax_now, findings)
                values (:case, :version, :hash, :lotHash, :result, :reasons, :origin, :source, :asked, :prices, :approved,
                  :now, :findings) returning id""")
                .param("case", version.about().value())
                .param("version", version.id().value())
                .param("hash", version.tradeHash())
                .param("lotHash", approval.lotHash())
                .param("result", look.isReady() ? "READY" : "STALE")
                .param("reasons", look.reasons().toArray(String[]::new))
                .param("origin", look.origin())
                .param("source", look.sourceHash())
                .param("asked", OrderWrites.utc(look.askedAt()))
                .param("prices", OrderWrites.utc(look.pricesAt()))
                .param("approved", found == null ? null : found.taxApproved().amount())
                .param("now", found == null ? null : found.taxNow().amount())
                .param(
                        "findings",
                        found == null ? new String[0] : found.findings().toArray(String[]::new))
                .query(Long.class)
                .single();
        audit.append(AuditEntry.ofCase(AuditEvent.RELEASE_CHECKED, version.about(), facts(id, look))
                .from(look.sourceHash()));
    }

    private static Map<String, Object> facts(long id, FreshLook look) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("verdict", look.isReady() ? "READY" : "STALE");
        facts.put("reasons", look.reasons());
        facts.put("check", id);
        facts.put("origin", look.origin());
        facts.put("askedAt", look.askedAt().toString());
        facts.put("pricesAt", look.pricesAt().toString());
        Consequences found = look.consequences();
        if (found == null) return facts;
        facts.put("taxApproved", found.taxApproved().toString());
        facts.put("taxNow", found.taxNow().toString());
        return facts;
    }

    /** The newest check of the case, if it found exactly this content ready and is young enough to claim on. */
    Optional<Long> standing(ApprovedVersion approval) {
        Instant now = clock.instant();
        return jdbc.sql("""
                select c.id from driftgate.release_check c
                where c.id = (select max(n.id) from driftgate.release_check n where n.case_id = :case)
                  and c.result = 'READY' and c.version_id = :version and c.trade_hash = :hash and c.lot_hash = :lotHash
                  and c.asked_at >= :asked and c.prices_at >= :prices""")
                .param("case", approval.version().about().value())
                .param("version", approval.version().id().value())
                .param("hash", approval.version().tradeHash())
                .param("lotHash", approval.lotHash())
                .param("asked", OrderWrites.utc(now.minus(settings.checkAge())))
                .param("prices", OrderWrites.utc(now.minus(settings.priceAge())))
                .query(Long.class)
                .optional();
    }

    /** Why orders that were prepared on that check may not be claimed any more. */
    List<String> objections(ApprovedVersion approval, long check) {
        if (standing(approval).filter(id -> id == check).isPresent()) return List.of();
        return List.of("The release check that the orders were prepared on does not stand any more.");
    }
}
