package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.ReviewStory.REVIEWER;
import static org.driftgate.testing.ReviewStory.REVIEWER2;
import static org.driftgate.testing.ReviewStory.approval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.ScenarioOrders;
import org.driftgate.proposal.ScenarioOrders.Scenario;
import org.driftgate.rebalancing.household.PolicyAnswer;
import org.driftgate.rebalancing.household.PolicyReader;
import org.driftgate.review.ReviewDecision.Outcome;
import org.driftgate.review.ReviewDecision.Route;
import org.driftgate.shared.CaseId;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.ReviewTestConfiguration;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeatureTest
@Import(ReviewTestConfiguration.class)
class CommitScenarioTest {

    private static final Map<String, Object> TO_THE_TARGET =
            Map.of("drift", Map.of("stop", "TARGET"), "tax", Map.of("gain-budget", "OFF"));

    private final ReviewStory story;
    private final Reviews reviews;
    private final CommitScenario commit;
    private final ScenarioOrders orders;
    private final Gate gate;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    CommitScenarioTest(
            ReviewStory story,
            Reviews reviews,
            CommitScenario commit,
            ScenarioOrders orders,
            Gate gate,
            AuditLog audit,
            JdbcClient jdbc) {
        this.story = story;
        this.reviews = reviews;
        this.commit = commit;
        this.orders = orders;
        this.gate = gate;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void putsItsOrdersBeforeSomebodyElseAndRecordsWhichItWas() {
        ProposalVersion version = story.inReview();
        Scenario scenario = scenario(version, TO_THE_TARGET);

        Outcome outcome = commit(version, scenario);

        ProposalVersion chosen = story.current(version.about());
        assertThat(outcome).isEqualTo(new Outcome.Recorded(Route.SECOND_REVIEWER, chosen.id()));
        assertThat(chosen.number()).isEqualTo(2);
        assertThat(chosen.proposedBy()).isEqualTo(REVIEWER);
        assertThat(chosen.trades())
                .isEqualTo(scenario.trades())
                .isNotEmpty()
                .allMatch(trade -> trade.quantity().isWhole());
        assertThat(committed(version.about())).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(REVIEWER);
            assertThat(new HashMap<String, Object>(entry.facts()))
                    .containsEntry("scenario", "to the target")
                    .containsEntry("policy", TO_THE_TARGET)
                    .containsEntry("policyHash", scenario.policyHash())
                    .containsEntry("tradeHash", chosen.tradeHash())
                    .containsEntry("version", 2);
        });
        assertThat(jdbc.sql("select count(*) from driftgate.order_intent")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void leavesTheGateAsItIs() {
        ProposalVersion version = story.inReview();
        commit(version, scenario(version, TO_THE_TARGET));
        ProposalVersion chosen = story.current(version.about());

        assertThat(reviews.decide(chosen.about(), approval(chosen), REVIEWER)).isInstanceOf(Outcome.Refused.class);
        assertThat(gate.approval(chosen.about())).isEmpty();
        assertThat(reviews.decide(chosen.about(), approval(chosen), REVIEWER2))
                .isEqualTo(new Outcome.Recorded(Route.APPROVED, chosen.id()));
        assertThat(commit(chosen, scenario(chosen, Map.of())))
                .isEqualTo(new Outcome.Moved(List.of("version 2 is already decided")));
    }

    @Test
    void refusesAnOldScreenAndAScenarioThatTradesNothing() {
        ProposalVersion version = story.inReview();
        Scenario scenario = scenario(version, TO_THE_TARGET);
        Scenario idle = scenario(version, Map.of("trading", Map.of("minimum-trade", 1_000_000_000)));

        assertThat(commit(version, idle))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .asString()
                                .startsWith("scenario to the target has no orders: "));
        commit(version, scenario);
        assertThat(commit(version, scenario)).isInstanceOf(Outcome.Moved.class);
        assertThat(committed(version.about())).hasSize(1);
        assertThat(audit.ofCase(version.about()))
                .extracting(entry -> entry.entry().event())
                .contains(AuditEvent.GATE_REFUSED);
    }

    private Scenario scenario(ProposalVersion version, Map<String, Object> keys) {
        var policy = ((PolicyAnswer.Accepted) PolicyReader.read("test", keys)).policy();
        return orders.of(version.about(), "to the target", keys, policy);
    }

    private Outcome commit(ProposalVersion version, Scenario scenario) {
        var request = new CommitScenario.Request(version.number(), version.tradeHash(), "the client prefers it");
        return commit.commit(version.about(), scenario, request, REVIEWER);
    }

    private List<AuditEntry> committed(CaseId about) {
        return audit.ofCase(about).stream()
                .map(entry -> entry.entry())
                .filter(entry -> entry.event() == AuditEvent.SCENARIO_COMMITTED)
                .toList();
    }
}
