package org.driftgate.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.driftgate.review.CheckPreTradeRules;
import org.driftgate.review.Consents;
import org.driftgate.review.ReviewDecision;
import org.driftgate.review.Reviews;
import org.driftgate.review.TaxReviews;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.trading.Breaks;
import org.driftgate.trading.ExecutionExceptions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with a case, each in one transaction: the feature records it first, then the waiting task is completed as
 * that person. Throws {@link NotWaitingException} when the case does not wait for it, and Spring's
 * {@link org.springframework.security.access.AccessDeniedException} when the person is not of the task's group.
 */
@Component
public class CaseTasks {

    private final WaitingTasks tasks;
    private final ReviewCandidates candidates;
    private final Reviews reviews;
    private final TaxReviews taxReviews;
    private final Consents consents;
    private final ExecutionExceptions exceptions;
    private final CheckPreTradeRules rules;
    private final ManualHandling manual;
    private final Breaks breaks;
    private final RunSchedule schedule;

    CaseTasks(
            WaitingTasks tasks,
            ReviewCandidates candidates,
            Reviews reviews,
            TaxReviews taxReviews,
            Consents consents,
            ExecutionExceptions exceptions,
            CheckPreTradeRules rules,
            ManualHandling manual,
            Breaks breaks,
            RunSchedule schedule) {
        this.tasks = tasks;
        this.candidates = candidates;
        this.reviews = reviews;
        this.taxReviews = taxReviews;
        this.consents = consents;
        this.exceptions = exceptions;
        this.rules = rules;
        this.manual = manual;
        this.breaks = breaks;
        this.schedule = schedule;
    }

    @Transactional
    public ReviewDecision.Outcome decideReview(CaseId about, ReviewDecision decision, PersonId person) {
        Task task = tasks.require(about, DriftToNotificationBpmn.REVIEW_PROPOSAL, person);
        ReviewDecision.Outcome outcome = reviews.decide(about, decision, person);
        if (outcome instanceof ReviewDecision.Outcome.Recorded recorded)
            route(task, about, recorded.route(), decision, person);
        return outcome;
    }

    @Transactional
    public TaxReviews.Outcome chooseLots(CaseId about, TaxReviews.LotChoice choice, PersonId person) {
        Task task = tasks.require(about, DriftToNotificationBpmn.REVIEW_TAX_LOTS, person);
        TaxReviews.Outcome outcome = taxReviews.choose(about, choice, person);
        if (outcome instanceof TaxReviews.Outcome.Recorded recorded) {
            boolean changed = recorded.quantitiesChanged();
            var variables = Map.<String, Object>of(DriftToNotificationBpmn.QUANTITIES_CHANGED.name(), changed);
            tasks.complete(task, about, changed ? "QUANTITIES_CHANGED" : "LOTS_CHOSEN", person, variables);
        }
        return outcome;
    }

    /** Empty problems mean that it is recorded. */
    @Transactional
    public List<String> recordConsent(CaseId about, Consents.Consent consent, PersonId person) {
        Task task = tasks.require(about, DriftToNotificationBpmn.RECORD_CONSENT, person);
        List<String> problems = consents.record(about, consent, person);
        if (problems.isEmpty()) {
            var variables = Map.<String, Object>of(
                    DriftToNotificationBpmn.CONSENT_GIVEN.name(), consent.given(),
                    DriftToNotificationBpmn.STATE_REASON.name(), RoutingFacts.shortened(consent.note()));
            tasks.complete(task, about, consent.given() ? "GIVEN" : "REFUSED", person, variables);
        }
        return problems;
    }

    /** Empty problems mean that it is recorded. */
    @Transactional
    public List<String> resolveException(CaseId about, ExecutionExceptions.Resolution resolution, PersonId person) {
        Task task = tasks.require(about, DriftToNotificationBpmn.RESOLVE_EXCEPTION, person);
        List<String> problems = exceptions.resolve(about, resolution, person);
        if (problems.isEmpty()) {
            String action = resolution.action().name();
            var variables = Map.<String, Object>of(DriftToNotificationBpmn.RESOLUTION.name(), action);
            tasks.complete(task, about, action, person, variables);
        }
        return problems;
    }

    /** Empty problems mean that it is recorded. */
    @Transactional
    public List<String> explainBreaks(CaseId about, String note, PersonId person) {
        Task task = tasks.require(about, DriftToNotificationBpmn.RESOLVE_BREAK, person);
        List<String> problems = breaks.explain(about, note, person);
        if (problems.isEmpty()) tasks.complete(task, about, "EXPLAINED", person, Map.of());
        return problems;
    }

    @Transactional
    public void answerQuestion(CaseId about, String answer, PersonId person) {
        Task task = tasks.require(about, DriftToNotificationBpmn.ANSWER_QUESTION, person);
        reviews.answer(about, answer, person);
        tasks.complete(task, about, "ANSWERED", person, Map.of());
    }

    @Transactional
    public void recordManualHandling(CaseId about, String outcome, PersonId person) {
        Task task = tasks.require(about, DriftToNotificationBpmn.HANDLE_MANUALLY, person);
        manual.record(about, outcome, person);
        var variables =
                Map.<String, Object>of(DriftToNotificationBpmn.STATE_REASON.name(), RoutingFacts.shortened(outcome));
        tasks.complete(task, about, "HANDLED", person, variables);
    }

    private void route(Task task, CaseId about, ReviewDecision.Route route, ReviewDecision decision, PersonId person) {
        if (route == ReviewDecision.Route.SECOND_REVIEWER) {
            tasks.returnToQueue(task, RoutingFacts.of(rules.forCase(about)));
            candidates.follow(task, about);
            return;
        }
        var variables = new HashMap<String, Object>();
        if (route == ReviewDecision.Route.APPROVED) variables.putAll(RoutingFacts.of(rules.forCase(about)));
        else variables.put(DriftToNotificationBpmn.STATE_REASON.name(), RoutingFacts.shortened(decision.reason()));
        if (route == ReviewDecision.Route.WITH_ADVISER)
            variables.put(DriftToNotificationBpmn.QUESTION.name(), RoutingFacts.shortened(decision.reason()));
        if (route == ReviewDecision.Route.HELD)
            variables.put(DriftToNotificationBpmn.HOLD_UNTIL.name(), schedule.holdEnd(decision.holdUntil()));
        variables.put(DriftToNotificationBpmn.REVIEW_ROUTE.name(), route.name());
        tasks.complete(task, about, route.name(), person, variables);
    }
}
