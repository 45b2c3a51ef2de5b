package org.driftgate.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.market.MarketCalendar;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.proposal.Trade;
import org.driftgate.review.ReviewDecision.Outcome;
import org.driftgate.review.ReviewDecision.Route;
import org.driftgate.review.RuleFinding.Rule;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The review of a case: what the reviewer sees and what the reviewer decides. */
@Component
@Transactional
public class Reviews {

    private final Proposals proposals;
    private final ReviewViews views;
    private final Assess assess;
    private final Rules rules;
    private final FindingTable findings;
    private final CustodianFindings custodians;
    private final StaleScreen staleScreen;
    private final Verdicts verdicts;
    private final DecideReview decide;
    private final ChangeJudgement judgement;
    private final GiveVerdict giveVerdict;
    private final ReviewEvents events;
    private final MarketCalendar market;
    private final AuditLog audit;

    Reviews(
            Proposals proposals,
            ReviewViews views,
            Assess assess,
            Rules rules,
            FindingTable findings,
            CustodianFindings custodians,
            StaleScreen staleScreen,
            Verdicts verdicts,
            DecideReview decide,
            ChangeJudgement judgement,
            GiveVerdict giveVerdict,
            ReviewEvents events,
            MarketCalendar market,
            AuditLog audit) {
        this.proposals = proposals;
        this.views = views;
        this.assess = assess;
        this.rules = rules;
        this.findings = findings;
        this.custodians = custodians;
        this.staleScreen = staleScreen;
        this.verdicts = verdicts;
        this.decide = decide;
        this.judgement = judgement;
        this.giveVerdict = giveVerdict;
        this.events = events;
        this.market = market;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public ReviewView view(CaseId about) {
        ProposalVersion version = current(about);
        Assessment assessment = assess.of(version);
        Optional<List<RuleFinding>> kept = findings.of(version.id());
        if (kept.isPresent())
            return views.of(version, version.trades(), assessment, kept.get(), findings.resultsOf(version.id()));
        List<RuleResult> results = rules.results(assessment, version.trades());
        return views.of(version, version.trades(), assessment, RuleResult.findings(results), results);
    }

    /** Why this person cannot sign what stands, where that is so. */
    @Transactional(readOnly = true)
    public Optional<String> objectionTo(CaseId about, PersonId person) {
        return decide.objectionTo(current(about), person);
    }

    /** Validates and recalculates on the server; keeps both versions; records sign-off and verdict. */
    public Outcome decide(CaseId about, ReviewDecision decision, PersonId reviewer) {
        verdicts.lock(about);
        ProposalVersion version = current(about);
        List<String> moved = staleScreen.changes(version, decision.version(), decision.tradeHash());
        if (!moved.isEmpty()) return new Outcome.Moved(moved);
        if (verdicts.of(version.id()).isPresent())
            return new Outcome.Moved(List.of("version %d is already decided".formatted(version.number())));
        return switch (decision.kind()) {
            case APPROVE -> decide.approve(version, decision, reviewer);
            case APPROVE_WITH_CHANGES -> decide.approveWithChanges(version, decision, reviewer);
            case DECLINE -> decline(version, decision, reviewer);
            case ASK_ADVISER -> ask(version, decision, reviewer);
            case HOLD -> hold(version, decision, reviewer);
        };
    }

    /** What the same changes would lead to, without recording anything; what is not possible shows as a finding. */
    @Transactional(readOnly = true)
    public ReviewView preview(CaseId about, ReviewDecision decision) {
        ProposalVersion version = current(about);
        LineEdits edits = decide.edits(version, decision);
        List<String> problems = edits.problems();
        if (!problems.isEmpty()) return preview(version, version.trades(), problems);
        List<Trade> trades = edits.trades();
        if (!edits.changeSomething()) return preview(version, trades, List.of());
        if (judgement.of(version, trades) instanceof ChangeJudgement.Judgement.Impossible impossible)
            return preview(version, possible(version, trades), impossible.problems());
        return preview(version, trades, List.of());
    }

    /** The adviser's answer to a reviewer's question. */
    public void answer(CaseId about, String answer, PersonId adviser) {
        if (answer.isBlank()) throw new IllegalArgumentException("an empty answer for case " + about);
        ProposalVersion version = current(about);
        events.add(version, ReviewEvents.ANSWER, adviser, answer.strip(), null);
        audit.append(AuditEntry.ofCase(
                        AuditEvent.QUESTION_ANSWERED,
                        about,
                        Map.of("version", version.number(), "answer", answer.strip()))
                .by(adviser));
    }

    private Outcome decline(ProposalVersion version, ReviewDecision decision, PersonId reviewer) {
        if (decision.reason().isBlank()) return refused("a decline needs a reason");
        events.keepLines(version, decision.lines(), reviewer);
        giveVerdict.decline(version, reviewer, decision.reason().strip(), decision.session());
        return new Outcome.Recorded(Route.DECLINED, version.id());
    }

    private Outcome ask(ProposalVersion version, ReviewDecision decision, PersonId reviewer) {
        if (decision.reason().isBlank()) return refused("the question to the adviser is empty");
        String question = decision.reason().strip();
        events.add(version, ReviewEvents.QUESTION, reviewer, question, null);
        audit.append(AuditEntry.ofCase(
                        AuditEvent.ADVISER_ASKED,
                        version.about(),
                        Map.of("version", version.number(), "question", question))
                .by(reviewer));
        return new Outcome.Recorded(Route.WITH_ADVISER, version.id());
    }

    private Outcome hold(ProposalVersion version, ReviewDecision decision, PersonId reviewer) {
        LocalDate until = decision.holdUntil();
        if (until == null) return refused("a hold needs its day");
        if (!until.isAfter(market.today())) return refused("the hold until %s is not in the future".formatted(until));
        if (!market.calendar().isTradingDay(until))
            return refused("%s is not a trading day; the next one is %s"
                    .formatted(until, market.calendar().nextTradingDay(until)));
        String reason = decision.reason().isBlank()
                ? "Held until " + until
                : decision.reason().strip();
        events.add(version, ReviewEvents.HOLD, reviewer, reason, until);
        audit.append(AuditEntry.ofCase(
                        AuditEvent.REVIEW_HELD,
                        version.about(),
                        Map.of("version", version.number(), "holdUntil", until.toString(), "reason", reason))
                .by(reviewer));
        return new Outcome.Recorded(Route.HELD, version.id());
    }

    private ReviewView preview(ProposalVersion version, List<Trade> trades, List<String> problems) {
        Assessment assessment = assess.of(version, trades);
        Stream<RuleFinding> notPossible =
                problems.stream().map(problem -> RuleFinding.block(Rule.CHANGE_NOT_POSSIBLE, problem, List.of()));
        List<RuleResult> results = rules.results(assessment, trades);
        List<RuleFinding> likely = RuleFinding.worstFirst(RuleResult.findings(results), custodians.of(version, trades));
        List<RuleFinding> found = Stream.concat(notPossible, likely.stream()).toList();
        return views.of(version, trades, assessment, found, results);
    }

    /** Trades that cannot even be computed, such as more shares than are held, leave the version as it is. */
    private List<Trade> possible(ProposalVersion version, List<Trade> trades) {
        return judgement.isComputable(version, trades) ? trades : version.trades();
    }

    private ProposalVersion current(CaseId about) {
        return proposals
                .current(about)
                .orElseThrow(() -> new IllegalArgumentException("case %s has no proposal yet".formatted(about)));
    }

    private static Outcome refused(String problem) {
        return new Outcome.Refused(List.of(problem));
    }
}
