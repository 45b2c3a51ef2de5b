package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.identity.User;
import org.driftgate.process.WaitingReviews.WaitingReview;
import org.driftgate.process.engine.EngineTime;
import org.driftgate.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What is known about tasks that wait, about how long they waited, and about the people they wait for. */
class OpenTasksTest {

    @Test
    void listsTheReviewsThatWaitForAPersonsGroup() {
        CaseStory story = CaseStory.opens().works();
        EngineUnderTest.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> EngineUnderTest.engine()
                        .getRuntimeService()
                        .setVariables(story.id(), Map.of("caseId", story.about().value(), "estTaxUsd", 120.5)));
        EngineUnderTest.engine()
                .getTaskService()
                .claim(story.task("reviewProposal").getId(), "reviewer2");

        WaitingReview waiting = waitingFor("reviewer").stream()
                .filter(one -> one.about().equals(story.about()))
                .findFirst()
                .orElseThrow();

        assertThat(waiting.estimatedTax()).isEqualByComparingTo("120.50");
        assertThat(waiting.holder()).isEqualTo(new PersonId("reviewer2"));
        assertThat(waiting.due())
                .isEqualTo(story.task("reviewProposal").getDueDate().toInstant());
        assertThat(waitingFor("tax")).isEmpty();
        assertThat(waitingFor("trader")).isEmpty();
    }

    @Test
    void measuresHowLongATaskWasOpen() {
        var meters = new SimpleMeterRegistry();
        EngineUnderTest.bean(TaskTimes.class).bindTo(meters);
        CaseStory story = CaseStory.opens().works();
        try {
            EngineTime.offset(Duration.ofHours(2));
            story.approves();
        } finally {
            EngineTime.reset();
        }

        Timer timer =
                meters.get("driftgate.task.open").tag("task", "reviewProposal").timer();
        assertThat(timer.count()).isEqualTo(1);
        assertThat(timer.totalTime(TimeUnit.MINUTES)).isBetween(119.0, 125.0);
        TaskHours.Completed ofRun =
                EngineUnderTest.bean(TaskHours.class).ofRun(story.about().run()).get("reviewProposal");
        assertThat(ofRun.tasks()).isPositive();
        assertThat(ofRun.longestSeconds()).isBetween(7_140L, 7_500L);
    }

    @Test
    void countsNoTaskWhoseCompletionWasRefused() {
        var meters = new SimpleMeterRegistry();
        EngineUnderTest.bean(TaskTimes.class).bindTo(meters);
        CaseStory story = CaseStory.opens().works();

        assertThatThrownBy(() -> story.completesDirectly("reviewProposal", "reviewer", Map.of()));

        assertThat(meters.find("driftgate.task.open").timer()).isNull();
    }

    @Test
    void givesTheDemonstrationsPeopleTheirNames() {
        assertThat(name("advisor01")).isEqualTo("Anna Merrill");
        assertThat(name("advisor03")).isEqualTo("Ingrid Halloran");
        assertThat(name("advisor07")).isEqualTo("advisor07");
        assertThat(name("reviewer")).isEqualTo("Robin Vance");
    }

    private static List<WaitingReview> waitingFor(String person) {
        return EngineUnderTest.bean(WaitingReviews.class).of(new PersonId(person));
    }

    private static String name(String id) {
        User user = EngineUnderTest.engine()
                .getIdentityService()
                .createUserQuery()
                .userId(id)
                .singleResult();
        return (user.getFirstName() + " " + user.getLastName()).strip();
    }
}
