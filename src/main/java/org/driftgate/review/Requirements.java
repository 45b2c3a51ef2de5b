package org.driftgate.review;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Trade;
import org.driftgate.review.RuleFinding.Rule;
import org.driftgate.review.RuleFinding.Severity;
import org.driftgate.run.Cases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the firm's table once per version who must sign it, and records the answer before anybody does. */
@Component
class Requirements {

    private final TierTable table;
    private final Signatures signatures;
    private final Overrides overrides;
    private final Cases cases;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Requirements(
            TierTable table,
            Signatures signatures,
            Overrides overrides,
            Cases cases,
            JdbcClient jdbc,
            AuditLog audit,
            Clock clock) {
        this.table = table;
        this.signatures = signatures;
        this.overrides = overrides;
        this.cases = cases;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    void record(ProposalVersion version, boolean consentRequired, List<RuleFinding> found) {
        if (!signatures.required(version.id()).isEmpty()) return;
        boolean byHand = signatures.isByHand(version.id());
        TierTable.Answer answer = table.ask(question(version, consentRequired, byHand, found));
        List<Tier> tiers = withoutOwnWork(version, byHand, answer.tiers());
        keep(version, tiers, answer.because());
        audit.append(AuditEntry.ofCase(
                AuditEvent.TIERS_REQUIRED,
                version.about(),
                Map.of(
                        "version", version.number(),
                        "tradeHash", version.tradeHash(),
                        "tiers", tiers.stream().map(Tier::name).toList(),
                        "because", answer.because())));
    }

    private TierTable.Question question(
            ProposalVersion version, boolean consentRequired, boolean byHand, List<RuleFinding> found) {
        return new TierTable.Question(
                amount(version.trades()),
                found.stream().anyMatch(finding -> finding.severity() != Severity.INFO),
                found.stream().anyMatch(finding -> finding.rule() == Rule.CONCENTRATION),
                !overrides.of(version.id()).isEmpty(),
                consentRequired,
                byHand);
    }

    /** An adviser who wrote the trades himself cannot confirm them; then compliance does. */
    private List<Tier> withoutOwnWork(ProposalVersion version, boolean byHand, List<Tier> tiers) {
        String adviser = cases.get(version.about()).adviser().value();
        if (!byHand || !version.proposedBy().value().equals(adviser)) return tiers;
        List<Tier> others = new ArrayList<>(tiers);
        others.remove(Tier.ADVISER);
        return others.isEmpty() ? List.of(Tier.COMPLIANCE) : others;
    }

    private static BigDecimal amount(List<Trade> trades) {
        return trades.stream()
                .map(trade -> trade.quantity().at(trade.estimatedPrice()).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void keep(ProposalVersion version, List<Tier> tiers, String because) {
        jdbc.sql("""
                insert into driftgate.review_requirement (version_id, trade_hash, tiers, because, recorded_at)
                values (:version, :hash, :tiers, :because, :at)""")
                .param("version", version.id().value())
                .param("hash", version.tradeHash())
                .param("tiers", tiers.stream().map(Tier::name).toArray(String[]::new))
                .param("because", because)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
