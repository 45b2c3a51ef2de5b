package org.driftgate.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Snapshots;
import org.driftgate.market.MarketCalendar;
import org.driftgate.rebalancing.household.PolicyAnswer;
import org.driftgate.rebalancing.household.PolicyReader;
import org.driftgate.rebalancing.household.ProposalPolicy;
import org.driftgate.rebalancing.household.ProposeHousehold;
import org.driftgate.run.Cases;
import org.driftgate.security.Disclosed;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.SnapshotId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What several policies would propose for one household from the same inputs; nothing is kept. */
@RestController
@Tag(name = "Scenarios")
class ScenariosApi {

    private final Snapshots snapshots;
    private final MarketCalendar market;
    private final Cases cases;

    ScenariosApi(Snapshots snapshots, MarketCalendar market, Cases cases) {
        this.snapshots = snapshots;
        this.market = market;
        this.cases = cases;
    }

    @PostMapping("/api/scenarios")
    @Operation(
            summary = "Propose trades for a household under several policies, side by side",
            description =
                    "From the newest usable snapshot of the household. Keys of a policy are those of docs/policy.md;"
                            + " without one the defaults count. Nothing is stored and no order is made."
                            + " 422 names every key that is wrong")
    ScenariosAnswer compare(@Valid @RequestBody ScenariosBody body, Authentication who) {
        var id = new HouseholdId(body.household());
        SnapshotId snapshot = snapshots.latestOf(id).orElseThrow(() -> unknown(id));
        Household household = snapshots.household(snapshot, id);
        var viewer = Viewer.of(who);
        if (!viewer.maySee(household.adviser())) throw unknown(id);
        disclose(id, viewer);
        List<ProposalPolicy> policies = policies(body.scenarios());
        Book book = snapshots.market(snapshot);
        LocalDate today = market.today();
        List<ScenarioAnswer> answers = new ArrayList<>();
        for (int index = 0; index < policies.size(); index++) {
            var proposals = new ProposeHousehold(policies.get(index), book, today);
            String name = body.scenarios().get(index).name();
            answers.add(ScenarioAnswer.of(name, proposals.propose(household)));
        }
        return new ScenariosAnswer(id.value(), snapshot.toString(), today, answers);
    }

    private static RuntimeException unknown(HouseholdId household) {
        return Answers.notFound("There is no snapshot of household %s.".formatted(household));
    }

    private void disclose(HouseholdId household, Viewer viewer) {
        cases.ofHousehold(household).stream().filter(viewer::maySee).forEach(about -> Disclosed.add(about.id()));
    }

    private static List<ProposalPolicy> policies(List<ScenarioBody> scenarios) {
        List<ProposalPolicy> policies = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (ScenarioBody scenario : scenarios) {
            PolicyAnswer answer = PolicyReader.read(scenario.name(), scenario.keys());
            if (answer instanceof PolicyAnswer.Accepted accepted) policies.add(accepted.policy());
            if (answer instanceof PolicyAnswer.Refused refused)
                refused.findings().forEach(finding -> problems.add(finding.toString()));
        }
        if (!problems.isEmpty()) throw Answers.refused(problems);
        return policies;
    }

    record ScenariosBody(
            @NotBlank @Size(max = 64) String household,
            @NotEmpty @Size(max = 50) List<@Valid @NotNull ScenarioBody> scenarios) {}

    record ScenarioBody(
            @NotBlank @Size(max = 100) String name,
            @Nullable Map<String, Object> policy) {

        Map<String, Object> keys() {
            return policy == null ? Map.of() : policy;
        }
    }

    record ScenariosAnswer(String household, String snapshot, LocalDate day, List<ScenarioAnswer> scenarios) {}
}
