package org.driftgate.review;

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
    private final Signatures signatures;
    private final AuditLog audit;

    GiveVerdict(
            Verdicts verdicts,
            DriftLog driftLog,
            Snapshots snapshots,
            SetAsideAccounts accounts,
            Signatures signatures,
            AuditLog audit) {
        this.verdicts = verdicts;
        this.driftLog = driftLog;
        this.snapshots = snapshots;
        this.accounts = accounts;
        this.signatures = signatures;
        this.audit = audit;
    }

    /** Signs for the tier whose turn it is; the last one makes the verdict. True when the version is approved with it. */
    boolean approve(ProposalVersion version, PersonId person, String comment, @Nullable UUID session) {
        sign(version, signatures.next(version.id()).orElseThrow(), person, comment);
        if (signatures.next(version.id()).isPresent()) return false;
        Rationale rationale = rationale(version, comment, session);
        Verdict given = verdicts.approve(version, person, rationale);
        Map<String, Object> facts = facts(version, "APPROVED", rationale);
        facts.put("notBefore", String.valueOf(given.notBefore()));
        facts.put("expiresAt", String.valueOf(given.expiresAt()));
        facts.put("selfApproved", given.selfApproved());
        record(version, person, facts);
        return true;
    }

    private void sign(ProposalVersion version, Tier tier, PersonId person, String comment) {
        verdicts.signOff(version, tier, person, comment);
        audit.append(AuditEntry.ofCase(
                        AuditEvent.SIGNED_OFF,
                        version.about(),
                        Map.of(
                                "version",
                                version.number(),
                                "tradeHash",
                                version.tradeHash(),
                                "tier",
                                tier.name(),
                                "comment",
                                comment))
                .by(person));
    }

    void decline(ProposalVersion version, PersonId person, String reason, @Nullable UUID session) {
        Rationale rationale = rationale(version, reason, session);
        verdicts.decline(version, person, rationale);
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
