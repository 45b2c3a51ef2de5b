package org.driftgate.review;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.proposal.ChangeProposal;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an approval back while nothing of it is claimed; the same trades become a new version that is reviewed again. */
@Component
@Transactional
public class RevokeApproval {

    private final Proposals proposals;
    private final Verdicts verdicts;
    private final StaleScreen staleScreen;
    private final ChangeProposal changes;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    RevokeApproval(
            Proposals proposals,
            Verdicts verdicts,
            StaleScreen staleScreen,
            ChangeProposal changes,
            JdbcClient jdbc,
            AuditLog audit,
            Clock clock) {
        this.proposals = proposals;
        this.verdicts = verdicts;
        this.staleScreen = staleScreen;
        this.changes = changes;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the person asks for, bound to the version and hash that were on the screen. */
    public record Request(int version, String tradeHash, String reason) {}

    /** An approval of which nothing is claimed yet. */
    public record Open(int version, String tradeHash, PersonId approvedBy) {}

    public sealed interface Outcome {

        /** The version that is to be reviewed now. */
        record Revoked(VersionId version) implements Outcome {}

        record Moved(List<String> changes) implements Outcome {}

        record Refused(List<String> problems) implements Outcome {}
    }

    /** Whether this person gave or signed the approval that stands on the case. */
    @Transactional(readOnly = true)
    public boolean isApprover(CaseId about, PersonId person) {
        return jdbc.sql("""
                select exists (select from driftgate.sign_off s
                  join driftgate.proposal_version v on v.id = s.version_id
                  where v.case_id = :case and s.person = :person)""")
                .param("case", about.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** The approval that can still be taken back, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Open> open(CaseId about) {
        return proposals
                .current(about)
                .filter(version -> !verdicts.isClaimed(version.id()))
                .flatMap(version -> verdicts.of(version.id())
                        .filter(Verdict::stands)
                        .map(verdict -> new Open(version.number(), version.tradeHash(), verdict.decidedBy())));
    }

    public Outcome revoke(CaseId about, Request request, PersonId person) {
        verdicts.lock(about);
        Optional<ProposalVersion> current = proposals.current(about);
        if (current.isEmpty()) return new Outcome.Refused(List.of("case %s has no proposal".formatted(about)));
        ProposalVersion version = current.get();
        List<String> moved = staleScreen.changes(version, request.version(), request.tradeHash());
        if (!moved.isEmpty()) return new Outcome.Moved(moved);
        Optional<Verdict> standing = verdicts.of(version.id()).filter(Verdict::stands);
        List<String> problems = problems(version, standing, request);
        if (standing.isEmpty() || !problems.isEmpty()) {
            audit.append(GateRefusal.of(version, "revocation", problems).by(person));
            return new Outcome.Refused(problems);
        }
        return record(version, standing.get(), request.reason().strip(), person);
    }

    private List<String> problems(ProposalVersion version, Optional<Verdict> standing, Request request) {
        var problems = new ArrayList<String>();
        if (request.reason().isBlank()) problems.add("taking an approval back needs a reason");
        if (standing.isEmpty()) problems.add("version %d has no approval to take back".formatted(version.number()));
        else if (verdicts.isClaimed(version.id()))
            problems.add("orders of version %d are already claimed; the approval can no longer be taken back"
                    .formatted(version.number()));
        return problems;
    }

    private Outcome record(ProposalVersion version, Verdict verdict, String reason, PersonId person) {
        jdbc.sql("""
                insert into driftgate.revocation (verdict_id, person, reason, revoked_at)
                values (:verdict, :person, :reason, :at)""")
                .param("verdict", verdict.id())
                .param("person", person.value())
                .param("reason", reason)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        audit.append(AuditEntry.ofCase(
                        AuditEvent.APPROVAL_REVOKED,
                        version.about(),
                        Map.of(
                                "version", version.number(),
                                "tradeHash", version.tradeHash(),
                                "approvedBy", verdict.decidedBy().value(),
                                "reason", reason))
                .by(person));
        return new Outcome.Revoked(changes.reopen(version.about(), person, "approval taken back: " + reason));
    }
}
