package org.driftgate.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.driftgate.audit.AuditLog;
import org.driftgate.household.Household;
import org.driftgate.household.Snapshots;
import org.driftgate.proposal.ChangeProposal;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.proposal.Trade;
import org.driftgate.review.ReviewDecision.Outcome;
import org.driftgate.review.ReviewDecision.Route;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.VersionId;
import org.springframework.stereotype.Component;

/** Approves a version as it is or with changes; every check is repeated on the server. */
@Component
class DecideReview {

    private final Proposals proposals;
    private final ChangeProposal changes;
    private final ChangeJudgement judgement;
    private final CheckPreTradeRules check;
    private final Overrides overrides;
    private final MaySign maySign;
    private final AuditLog audit;
    private final GiveVerdict verdict;
    private final ReviewEvents events;
    private final Snapshots snapshots;
    private final ReviewSettings settings;

    DecideReview(
            Proposals proposals,
            ChangeProposal changes,
            ChangeJudgement judgement,
            CheckPreTradeRules check,
            Overrides overrides,
            MaySign maySign,
            AuditLog audit,
            GiveVerdict verdict,
            ReviewEvents events,
            Snapshots snapshots,
            ReviewSettings settings) {
        this.proposals = proposals;
        this.changes = changes;
        this.judgement = judgement;
        this.check = check;
        this.overrides = overrides;
        this.maySign = maySign;
        this.audit = audit;
        this.verdict = verdict;
        this.events = events;
        this.snapshots = snapshots;
        this.settings = settings;
    }

    LineEdits edits(ProposalVersion version, ReviewDecision decision) {
        Household household =
                snapshots.household(version.snapshot(), version.about().household());
        return new LineEdits(version, household, settings.approvalModeOf(household), decision.lines());
    }

    Optional<String> objectionTo(ProposalVersion version, PersonId person) {
        return maySign.objection(version, person);
    }

    Outcome approve(ProposalVersion version, ReviewDecision decision, PersonId reviewer) {
        LineEdits edits = edits(version, decision);
        List<String> problems = new ArrayList<>(edits.problems());
        if (edits.changeSomething()) problems.add("lines are changed; decide APPROVE_WITH_CHANGES");
        problems.addAll(objections(version, reviewer));
        if (problems.isEmpty()) problems.addAll(blocks(version));
        if (!problems.isEmpty()) return new Outcome.Refused(problems);
        events.keepLines(version, decision.lines(), reviewer);
        return sign(version, decision, reviewer, comment(decision, "Approved as proposed."));
    }

    Outcome approveWithChanges(ProposalVersion version, ReviewDecision decision, PersonId reviewer) {
        LineEdits edits = edits(version, decision);
        List<String> problems = edits.problems();
        if (!problems.isEmpty()) return new Outcome.Refused(problems);
        if (!edits.changeSomething()) return approve(version, decision, reviewer);
        List<Trade> trades = edits.trades();
        if (trades.isEmpty()) return new Outcome.Refused(List.of("no trade is left; decline the proposal instead"));
        ChangeJudgement.Judgement judged = judgement.of(version, trades);
        if (judged instanceof ChangeJudgement.Judgement.Impossible impossible)
            return new Outcome.Refused(impossible.problems());
        events.keepLines(version, decision.lines(), reviewer);
        if (judged instanceof ChangeJudgement.Judgement.Change change)
            return change(version, trades, decision, reviewer, change.because());
        return reduce(version, trades, decision, reviewer);
    }

    private Outcome change(
            ProposalVersion version,
            List<Trade> trades,
            ReviewDecision decision,
            PersonId reviewer,
            List<String> because) {
        String reason = comment(decision, "Changed in review.") + " (" + String.join("; ", because) + ")";
        VersionId changed = changes.replace(version.about(), trades, reviewer, reason);
        check.forCase(version.about());
        return new Outcome.Recorded(Route.SECOND_REVIEWER, changed);
    }

    private Outcome reduce(ProposalVersion version, List<Trade> trades, ReviewDecision decision, PersonId reviewer) {
        String comment = comment(decision, "Reduced in review.");
        ProposalVersion reduced = proposals.version(changes.reduce(version.about(), trades, reviewer, comment));
        check.forCase(version.about());
        if (maySign.objection(reduced, reviewer).isPresent())
            return new Outcome.Recorded(Route.SECOND_REVIEWER, reduced.id());
        return sign(reduced, decision, reviewer, comment);
    }

    private Outcome sign(ProposalVersion version, ReviewDecision decision, PersonId reviewer, String comment) {
        boolean approved = verdict.approve(version, reviewer, comment, decision.session());
        return new Outcome.Recorded(approved ? Route.APPROVED : Route.SECOND_REVIEWER, version.id());
    }

    /** Whoever tries to sign what he may not leaves a trace. */
    private List<String> objections(ProposalVersion version, PersonId reviewer) {
        List<String> objections = maySign.objection(version, reviewer).stream().toList();
        if (!objections.isEmpty())
            audit.append(GateRefusal.of(version, "sign-off", objections).by(reviewer));
        return objections;
    }

    private List<String> blocks(ProposalVersion version) {
        return check.again(version).stream()
                .filter(finding -> overrides.forbids(version, finding))
                .map(RuleFinding::sentence)
                .toList();
    }

    private static String comment(ReviewDecision decision, String otherwise) {
        return decision.reason().isBlank() ? otherwise : decision.reason().strip();
    }
}
