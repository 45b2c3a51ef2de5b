package org.driftgate.process;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.driftgate.process.engine.EngineUser;
import org.driftgate.review.Signatures;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** Gives a review task to those whose signature its version waits for: compliance, or the household's own adviser alone. */
@Component
class ReviewCandidates {

    private static final String COMPLIANCE = FirmGroup.COMPLIANCE.id();

    private final Signatures signatures;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final EngineUser user;

    ReviewCandidates(Signatures signatures, TaskService tasks, AuthorizationService authorizations, EngineUser user) {
        this.signatures = signatures;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.user = user;
    }

    /** Whether a review that opens is for the groups of the model. */
    boolean areGroups(DelegateExecution opening) {
        return signatures.adviserToSign(DriftToNotificationBpmn.caseOf(opening)).isEmpty();
    }

    void follow(DelegateTask opened) {
        signatures
                .adviserToSign(DriftToNotificationBpmn.caseOf(opened.getExecution()))
                .ifPresent(adviser -> opened.addCandidateUser(adviser.value()));
    }

    void follow(Task waiting, CaseId about) {
        user.asItself(() -> {
            clear(waiting);
            signatures
                    .adviserToSign(about)
                    .ifPresentOrElse(
                            adviser -> tasks.addCandidateUser(waiting.getId(), adviser.value()),
                            () -> tasks.addCandidateGroup(waiting.getId(), COMPLIANCE));
            return waiting;
        });
    }

    private void clear(Task waiting) {
        for (IdentityLink link : tasks.getIdentityLinksForTask(waiting.getId())) {
            if (!IdentityLinkType.CANDIDATE.equals(link.getType())) continue;
            if (link.getGroupId() != null) tasks.deleteCandidateGroup(waiting.getId(), link.getGroupId());
            else withdraw(waiting, link.getUserId());
        }
    }

    /** Whoever has signed may still read the case, but holds nobody up by claiming. */
    private void withdraw(Task waiting, String person) {
        tasks.deleteCandidateUser(waiting.getId(), person);
        authorizations
                .createAuthorizationQuery()
                .userIdIn(person)
                .resourceType(Resources.TASK)
                .resourceId(waiting.getId())
                .list()
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
    }
}
