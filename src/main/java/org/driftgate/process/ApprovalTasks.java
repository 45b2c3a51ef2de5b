package org.driftgate.process;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;
import org.driftgate.process.engine.EngineUser;
import org.driftgate.proposal.ScenarioOrders.Scenario;
import org.driftgate.review.CheckPreTradeRules;
import org.driftgate.review.CommitScenario;
import org.driftgate.review.OverrideFinding;
import org.driftgate.review.ReviewDecision;
import org.driftgate.review.RevokeApproval;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What compliance does beside deciding: setting a finding aside while a case is in review, and taking an approval back
 * until something of it is claimed. Both leave the case in review for somebody to look again.
 */
@Component
public class ApprovalTasks {

    private final WaitingTasks tasks;
    private final ReviewCandidates candidates;
    private final OverrideFinding overrideFinding;
    private final RevokeApproval revokeApproval;
    private final CommitScenario commitScenario;
    private final CheckPreTradeRules rules;
    private final RuntimeService runtime;
    private final EngineUser user;

    ApprovalTasks(
            WaitingTasks tasks,
            ReviewCandidates candidates,
            OverrideFinding overrideFinding,
            RevokeApproval revokeApproval,
            CommitScenario commitScenario,
            CheckPreTradeRules rules,
            RuntimeService runtime,
            EngineUser user) {
        this.tasks = tasks;
        this.candidates = candidates;
        this.overrideFinding = overrideFinding;
        this.revokeApproval = revokeApproval;
        this.commitScenario = commitScenario;
        this.rules = rules;
        this.runtime = runtime;
        this.user = user;
    }

    /** Compliance only, whoever's signature the version waits for. */
    @Transactional
    public ReviewDecision.Outcome override(CaseId about, OverrideFinding.Request request, PersonId person) {
        requireCompliance(person, "override a finding");
        Task task = tasks.requireFree(about, DriftToNotificationBpmn.REVIEW_PROPOSAL, person);
        ReviewDecision.Outcome outcome = overrideFinding.override(about, request, person);
        if (outcome instanceof ReviewDecision.Outcome.Recorded) askAgain(task, about);
        return outcome;
    }

    /** While the proposal waits for its review and nobody else holds it. */
    @Transactional
    public ReviewDecision.Outcome commit(
            CaseId about, Scenario scenario, CommitScenario.Request request, PersonId person) {
        Task task = tasks.requireFree(about, DriftToNotificationBpmn.REVIEW_PROPOSAL, person);
        ReviewDecision.Outcome outcome = commitScenario.commit(about, scenario, request, person);
        if (outcome instanceof ReviewDecision.Outcome.Recorded) askAgain(task, about);
        return outcome;
    }

    private void askAgain(Task task, CaseId about) {
        tasks.returnToQueue(task, RoutingFacts.of(rules.forCase(about)));
        candidates.follow(task, about);
    }

    /** The approver, or anybody of compliance. */
    @Transactional
    public RevokeApproval.Outcome revoke(CaseId about, RevokeApproval.Request request, PersonId person) {
        if (!revokeApproval.isApprover(about, person)) requireCompliance(person, "take an approval back");
        RevokeApproval.Outcome outcome = revokeApproval.revoke(about, request, person);
        if (outcome instanceof RevokeApproval.Outcome.Revoked) returnToReview(about);
        return outcome;
    }

    private void returnToReview(CaseId about) {
        user.asItself(() -> {
            List<Execution> waiting = runtime.createExecutionQuery()
                    .processInstanceBusinessKey(about.value())
                    .messageEventSubscriptionName(DriftToNotificationBpmn.APPROVAL_REVOKED)
                    .list();
            if (waiting.isEmpty())
                throw new NotWaitingException(
                        about, "Case %s is on its way to the market; nothing was changed.".formatted(about));
            runtime.messageEventReceived(
                    DriftToNotificationBpmn.APPROVAL_REVOKED, waiting.get(0).getId());
            return about;
        });
    }

    private void requireCompliance(PersonId person, String what) {
        if (!user.isIn(person.value(), FirmGroup.COMPLIANCE.id()))
            throw new AccessDeniedException("%s may not %s.".formatted(person, what));
    }
}
