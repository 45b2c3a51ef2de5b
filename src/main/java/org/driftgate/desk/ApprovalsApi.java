package org.driftgate.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.driftgate.process.ApprovalTasks;
import org.driftgate.review.OverrideFinding;
import org.driftgate.review.ReviewDecision;
import org.driftgate.review.RevokeApproval;
import org.driftgate.shared.PersonId;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Setting a finding aside, and taking an approval back. */
@RestController
@RequestMapping("/api/reviews/{caseId}")
@Tag(name = "Reviews")
class ApprovalsApi {

    private final OpenCases cases;
    private final ApprovalTasks tasks;

    ApprovalsApi(OpenCases cases, ApprovalTasks tasks) {
        this.cases = cases;
        this.tasks = tasks;
    }

    @PostMapping("/override")
    @Operation(
            summary = "Set a finding that forbids approval aside, with a reason of at least ten characters",
            description = "The same trades become a new version of yours, so that somebody else signs it")
    ApprovalAnswer override(@PathVariable String caseId, @Valid @RequestBody OverrideBody body, Authentication who) {
        ReviewDecision.Outcome outcome =
                tasks.override(cases.id(caseId, who), body.read(), new PersonId(who.getName()));
        if (outcome instanceof ReviewDecision.Outcome.Moved moved) throw Answers.moved(moved.changes());
        if (outcome instanceof ReviewDecision.Outcome.Refused refused) throw Answers.refused(refused.problems());
        return answer(
                caseId, ((ReviewDecision.Outcome.Recorded) outcome).version().toString(), who);
    }

    @PostMapping("/revocation")
    @Operation(
            summary = "Take the approval back while nothing of it is sent; the case returns to review",
            description = "For the approver and for compliance; 409 when it is too late, 422 when nothing is approved")
    ApprovalAnswer revoke(@PathVariable String caseId, @Valid @RequestBody RevocationBody body, Authentication who) {
        RevokeApproval.Outcome outcome = tasks.revoke(cases.id(caseId, who), body.read(), new PersonId(who.getName()));
        if (outcome instanceof RevokeApproval.Outcome.Moved moved) throw Answers.moved(moved.changes());
        if (outcome instanceof RevokeApproval.Outcome.Refused refused) throw Answers.refused(refused.problems());
        return answer(
                caseId, ((RevokeApproval.Outcome.Revoked) outcome).version().toString(), who);
    }

    private ApprovalAnswer answer(String caseId, String version, Authentication who) {
        return new ApprovalAnswer(
                caseId, version, cases.find(caseId, who).state().name());
    }

    record OverrideBody(
            @NotNull Integer version,
            @NotNull String tradeHash,
            @NotBlank String rule,
            @NotBlank String reason) {

        OverrideFinding.Request read() {
            return new OverrideFinding.Request(version, tradeHash, rule, reason);
        }
    }

    record RevocationBody(
            @NotNull Integer version,
            @NotNull String tradeHash,
            @NotBlank String reason) {

        RevokeApproval.Request read() {
            return new RevokeApproval.Request(version, tradeHash, reason);
        }
    }

    /** {@code version}: the one that stands now and is to be decided on. */
    record ApprovalAnswer(String caseId, String version, String state) {}
}
