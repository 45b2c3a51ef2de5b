package org.driftgate.proposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.household.Household;
import org.driftgate.household.SetAsideAccounts;
import org.driftgate.household.Snapshots;
import org.driftgate.run.Cases;
import org.driftgate.run.RebalancingCase;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.VersionId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a new version out of the current one; the one before stays as it is. */
@Component
@Transactional
public class ChangeProposal {

    private final Proposals proposals;
    private final VersionWriter writer;
    private final Cases cases;
    private final Snapshots snapshots;
    private final SetAsideAccounts accounts;
    private final AuditLog audit;

    ChangeProposal(
            Proposals proposals,
            VersionWriter writer,
            Cases cases,
            Snapshots snapshots,
            SetAsideAccounts accounts,
            AuditLog audit) {
        this.proposals = proposals;
        this.writer = writer;
        this.cases = cases;
        this.snapshots = snapshots;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** What stands against these trades in the household's newest snapshot; empty when they can become a version. */
    public List<String> problems(CaseId about, List<Trade> trades) {
        if (trades.isEmpty()) return List.of("no trade is left");
        RebalancingCase current = cases.get(about);
        Household household = snapshots.household(current.snapshot(), about.household());
        return ProposalCheck.problems(household, snapshots.market(current.snapshot()), accounts.of(household), trades);
    }

    /** Makes the editor the proposer, so that somebody else has to sign; trades with problems are a caller's error. */
    public VersionId replace(CaseId about, List<Trade> trades, PersonId editor, String reason) {
        return change(about, ProposalVersion.Kind.CHANGE, trades, editor, reason);
    }

    /** Keeps the proposer of the current version; the schema refuses a line that is not part of it. */
    public VersionId reduce(CaseId about, List<Trade> trades, PersonId editor, String reason) {
        return change(about, ProposalVersion.Kind.REDUCTION, trades, editor, reason);
    }

    /** The same trades once more under the same proposer, to be decided on again; nothing may be added on this way. */
    public VersionId reopen(CaseId about, PersonId person, String reason) {
        ProposalVersion before = current(about);
        ProposalVersion after = writer.write(new NewVersion(
                about,
                ProposalVersion.Kind.REDUCTION,
                before.proposedBy(),
                before.origin(),
                null,
                null,
                before.snapshot(),
                before.trades(),
                reason));
        record(before, after, person, reason);
        return after.id();
    }

    private ProposalVersion current(CaseId about) {
        return proposals
                .current(about)
                .orElseThrow(() -> new IllegalArgumentException("case %s has no proposal".formatted(about)));
    }

    private VersionId change(
            CaseId about, ProposalVersion.Kind kind, List<Trade> trades, PersonId editor, String reason) {
        List<String> problems = problems(about, trades);
        if (!problems.isEmpty()) throw new IllegalArgumentException(String.join("; ", problems));
        ProposalVersion before = current(about);
        PersonId proposer = kind == ProposalVersion.Kind.REDUCTION ? before.proposedBy() : editor;
        ProposalVersion after = writer.write(new NewVersion(
                about,
                kind,
                proposer,
                before.origin(),
                null,
                null,
                cases.get(about).snapshot(),
                trades,
                reason));
        record(before, after, editor, reason);
        return after.id();
    }

    private void record(ProposalVersion before, ProposalVersion after, PersonId editor, String reason) {
        Map<String, Object> facts = new LinkedHashMap<>(VersionFacts.of(after));
        facts.put("reason", reason);
        facts.put("before", VersionFacts.of(before));
        facts.put("after", VersionFacts.lines(after.trades()));
        audit.append(AuditEntry.ofCase(AuditEvent.PROPOSAL_CHANGED, after.about(), facts)
                .by(editor));
    }
}
