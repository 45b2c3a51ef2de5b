package org.driftgate.review;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.drift.DriftLog;
import org.driftgate.household.Household;
import org.driftgate.household.SetAsideAccounts;
import org.driftgate.household.SetAsideAccounts.Division;
import org.driftgate.household.Snapshots;
import org.driftgate.market.MarketCalendar;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Reason;
import org.driftgate.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs a version off and records the verdict with its rationale; the schema checks who may. */
@Component
class GiveVerdict {

    private final Verdicts verdicts;
    private final DriftLog driftLog;
    private final Snapshots snapshots;
    private final SetAsideAccounts accounts;
    private final MarketCalendar market;
    private final AuditLog audit;
    private final Clock clock;

    GiveVerdict(
            Verdicts verdicts,
            DriftLog driftLog,
            Snapshots snapshots,
            SetAsideAccounts accounts,
            MarketCalendar market,
            AuditLog audit,
            Clock clock) {
        this.verdicts = verdicts;
        this.driftLog = driftLog;
        this.snapshots = snapshots;
        this.accounts = accounts;
        this.market = market;
        this.audit = audit;
        this.clock = clock;
    }

    /** An approval lives until the end of the last release window that it can reach today, or the next one. */
    void approve(ProposalVersion version, PersonId person, String comment, @Nullable UUID session) {
        verdicts.signOff(version, person, comment);
        audit.append(AuditEntry.ofCase(
                        AuditEvent.SIGNED_OFF,
                        version.about(),
                        Map.of(
                                "version",
                                version.number(),
                                "tradeHash",
                                version.tradeHash(),
                                "tier",
                                Verdicts.COMPLIANCE,
                                "comment",
                                comment))
                .by(person));
        Instant expiresAt = market.approvalExpiry(clock.instant());
        Rationale rationale = rationale(version, comment, session);
        verdicts.give(version, person, rationale, expiresAt);
        Map<String, Object> facts = facts(version, "APPROVED", rationale);
        facts.put("expiresAt", expiresAt.toString());
        record(version, person, facts);
    }

    void decline(ProposalVersion version, PersonId person, String reason, @Nullable UUID session) {
        Rationale rationale = rationale(version, reason, session);
        verdicts.give(version, person, rationale, null);
        record(version, person, facts(version, "DECLINED", rationale));
    }

    private void record(ProposalVersion version, PersonId person, Map<String, Object> facts) {
        audit.append(AuditEntry.ofCase(AuditEvent.VERDICT_GIVEN, version.about(), facts)
                .by(person));
    }

    private Rationale rationale(ProposalVersion version, String comment, @Nullable UUID session) {
        String why = version.trades().stream()
                .flatMap(trade -> trade.reasons().stream())
                .map(Reason::sentence)
                .distinct()
                .collect(Collectors.joining(" "));
        return new Rationale(driftLog.of(version.about()).sentence(), why, comment, session);
    }

    private Map<String, Object> facts(ProposalVersion version, String decision, Rationale rationale) {
        Household household =
                snapshots.household(version.snapshot(), version.about().household());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("version", version.number());
        facts.put("versionId", version.id().toString());
        facts.put("tradeHash", version.tradeHash());
        facts.put("decision", decision);
        facts.put("threshold", rationale.threshold());
        facts.put("proposalReason", rationale.proposalReason());
        facts.put("comment", rationale.comment());
        if (rationale.session() != null)
            facts.put("session", rationale.session().toString());
        Division divided = accounts.of(household);
        facts.put(
                "accountsConsidered",
                divided.tradable().stream().map(account -> account.id().value()).toList());
        facts.put(
                "accountsNotConsidered",
                divided.setAside().stream()
                        .map(aside -> aside.account().id() + ", " + aside.reason())
                        .toList());
        return facts;
    }
}
