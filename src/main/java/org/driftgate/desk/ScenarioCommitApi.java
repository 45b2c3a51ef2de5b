package org.driftgate.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.driftgate.process.ApprovalTasks;
import org.driftgate.proposal.ScenarioOrders;
import org.driftgate.proposal.ScenarioOrders.Scenario;
import org.driftgate.rebalancing.household.PolicyAnswer;
import org.driftgate.rebalancing.household.PolicyFinding;
import org.driftgate.rebalancing.household.PolicyReader;
import org.driftgate.rebalancing.household.ProposalPolicy;
import org.driftgate.review.CommitScenario;
import org.driftgate.review.ReviewDecision.Outcome;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Chooses one of the compared scenarios for a case under review. */
@RestController
@Tag(name = "Scenarios")
class ScenarioCommitApi {

    private final OpenCases cases;
    private final ScenarioOrders orders;
    private final ApprovalTasks tasks;

    ScenarioCommitApi(OpenCases cases, ScenarioOrders orders, ApprovalTasks tasks) {
        this.cases = cases;
        this.orders = orders;
        this.tasks = tasks;
    }

    @PostMapping("/api/scenarios/commit")
    @Operation(
            summary = "Put the orders of a scenario in the place of the version under review",
            description =
                    "Makes a new version in whole shares that you propose and somebody else signs; the record names"
                            + " the scenario, its policy and the version. No order is made. 409 with 'changes' when another"
                            + " version stands, 422 with 'problems' when the policy is wrong, trades nothing or breaks a rule")
    CommitAnswer commit(@Valid @RequestBody CommitBody body, Authentication who) {
        CaseId about = cases.id(body.caseId(), who);
        Scenario scenario = orders.of(about, body.name(), body.policy(), policy(body));
        var request = new CommitScenario.Request(body.version(), body.tradeHash(), body.reason());
        Outcome outcome = tasks.commit(about, scenario, request, new PersonId(who.getName()));
        if (outcome instanceof Outcome.Moved moved) throw Answers.moved(moved.changes());
        if (outcome instanceof Outcome.Refused refused) throw Answers.refused(refused.problems());
        return new CommitAnswer(
                body.caseId(),
                body.name(),
                scenario.policyHash(),
                ((Outcome.Recorded) outcome).version().toString(),
                cases.find(body.caseId(), who).state().name());
    }

    private static ProposalPolicy policy(CommitBody body) {
        PolicyAnswer answer = PolicyReader.read(body.name(), body.policy());
        if (answer instanceof PolicyAnswer.Accepted accepted) return accepted.policy();
        throw Answers.refused(((PolicyAnswer.Refused) answer)
                .findings().stream().map(PolicyFinding::toString).toList());
    }

    record CommitBody(
            @NotBlank String caseId,
            @NotNull Integer version,
            @NotNull String tradeHash,
            @NotBlank @Size(max = 100) String name,
            @NotNull Map<String, Object> policy,
            @NotBlank @Size(max = 1000) String reason) {}

    /** {@code version}: the one that stands now and is to be decided on. */
    record CommitAnswer(String caseId, String scenario, String policyHash, String version, String state) {}
}
