package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.driftgate.process.engine.EngineUser;
import org.junit.jupiter.api.Test;

class EngineGuardsTest {

    private static final String EXPRESSION = "${true.toString()}";
    private final ProcessEngine engine = EngineUnderTest.engine();
    private final EngineUser user = EngineUnderTest.bean(EngineUser.class);

    @Test
    void refusesExpressionsInThePartsOfATaskQuery() {
        var query = engine.getTaskService()
                .createTaskQuery()
                .or()
                .taskAssigneeExpression(EXPRESSION)
                .endOr();

        assertThatThrownBy(query::list)
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("Expressions are forbidden");
        assertThatThrownBy(query::count).isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void refusesExpressionsInStoredQueries() {
        Filter filter = engine.getFilterService().newTaskFilter("sneaky");
        filter.setQuery(engine.getTaskService().createTaskQuery().taskAssigneeExpression(EXPRESSION));

        assertThatThrownBy(() -> engine.getFilterService().saveFilter(filter))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("Expressions are forbidden in task queries");
    }

    @Test
    void refusesUnboundedQueriesOfPeople() {
        assertThatThrownBy(() -> user.as(
                        "reviewer",
                        () -> engine.getTaskService().createTaskQuery().list()))
                .isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void givesEachPersonTheirOwnListsAndTasks() {
        CaseStory story = CaseStory.opens().works();

        assertThat(filters("reviewer")).contains("My queue", "Over budget", "Restricted", "Ageing over a day");
        assertThat(filters("tax")).containsExactly("Tax review");
        assertThat(filters("trader")).containsExactly("Trading desk");
        assertThat(filters("advisor01"))
                .contains("My clients", "Consents", "Exceptions")
                .doesNotContain("My queue");
        assertThat(filters("owner")).containsExactly("Everything");
        assertThat(tasks("reviewer", story)).hasSize(1);
        assertThat(tasks("advisor01", story)).isEmpty();
        assertThat(tasks("owner", story)).hasSize(1);
    }

    @Test
    void givesTheListsTheirColumns() {
        assertThat(engine.getFilterService()
                        .createFilterQuery()
                        .filterName("My queue")
                        .singleResult()
                        .getProperties()
                        .get("variables")
                        .toString())
                .contains("maxDriftPct", "estTaxUsd", "restrictionFlags");
    }

    @Test
    void letsACandidateClaimButNotReassignOrSetVariables() {
        String task = CaseStory.opens().works().task("reviewProposal").getId();

        user.as("reviewer", () -> engine.getTaskService().claim(task, "reviewer"));

        assertThatThrownBy(
                        () -> user.as("reviewer", () -> engine.getTaskService().setAssignee(task, "reviewer2")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() ->
                        user.as("reviewer", () -> engine.getTaskService().setVariable(task, "releaseVerdict", "READY")))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("written by its own steps only");
    }

    @Test
    void letsNobodyLeaveATaskBesidesCompletingIt() {
        String task = CaseStory.opens().works().task("reviewProposal").getId();
        Map<String, Object> variables = Map.of("releaseVerdict", "READY");

        assertThatThrownBy(
                        () -> user.as("reviewer", () -> engine.getTaskService().resolveTask(task, variables)))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("cannot be resolved from outside");
        assertThatThrownBy(
                        () -> user.as("reviewer", () -> engine.getTaskService().handleBpmnError(task, "tradeRejected")))
                .isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() ->
                        user.as("reviewer", () -> engine.getTaskService().handleEscalation(task, "any", variables)))
                .isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void forbidsAReviewerToDeployOrModify() {
        CaseStory story = CaseStory.opens().works();

        assertThatThrownBy(() -> user.as(
                        "reviewer",
                        () -> engine.getRepositoryService()
                                .createDeployment()
                                .addString("x.bpmn", "<x/>")
                                .deploy()))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> user.as(
                        "reviewer",
                        () -> engine.getRuntimeService()
                                .createProcessInstanceModification(story.id())
                                .startBeforeActivity("checkPreTradeRules")
                                .execute()))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void submitsOnlyWithTheNameOfAPerson() {
        CaseStory story = CaseStory.opens();
        EngineUnderTest.steps().next("checkConsent", "consentMissing", true);
        String task = story.works().approves().task("recordConsent").getId();

        assertThatThrownBy(() -> engine.getTaskService().complete(task, Map.of("consent", "GIVEN")))
                .hasMessageContaining("only be completed by a named person");
        story.waitsAt("recordConsent");
    }

    private List<String> filters(String person) {
        var found = new java.util.ArrayList<String>();
        user.as(
                person,
                () -> engine.getFilterService()
                        .createFilterQuery()
                        .listPage(0, 50)
                        .forEach(filter -> found.add(filter.getName())));
        return found;
    }

    private List<Task> tasks(String person, CaseStory story) {
        var found = new java.util.ArrayList<Task>();
        user.as(
                person,
                () -> found.addAll(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(story.id())
                        .listPage(0, 10)));
        return found;
    }
}
