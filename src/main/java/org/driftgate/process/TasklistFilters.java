package org.driftgate.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.driftgate.process.engine.EngineSetUp;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The ready-made lists of Tasklist with their columns, each shown to one group. Groups are named outright, so that
 * expressions in stored queries can stay forbidden.
 */
@Component
@Order(2)
class TasklistFilters implements EngineSetUp {

    private static final List<Map<String, String>> COLUMNS = List.of(
            column(DriftToNotificationBpmn.MAX_DRIFT_PCT, "Drift in points"),
            column(DriftToNotificationBpmn.TRADE_COUNT, "Trades"),
            column(DriftToNotificationBpmn.EST_TAX_USD, "Estimated tax in $"),
            column(DriftToNotificationBpmn.RESTRICTION_FLAGS, "Restrictions"),
            column(DriftToNotificationBpmn.ADVISER, "Adviser"),
            column(DriftToNotificationBpmn.RUN_ID, "Run"));

    @Override
    public void setUp(ProcessEngine engine) {
        compliance(engine);
        other(engine, FirmGroup.TAX, "Tax review", DriftToNotificationBpmn.REVIEW_TAX_LOTS);
        save(
                engine,
                FirmGroup.ADVISERS,
                "All clients",
                10,
                engine.getTaskService().createTaskQuery());
        ofAdvisers(engine, "Consents", DriftToNotificationBpmn.RECORD_CONSENT);
        ofAdvisers(engine, "Exceptions", DriftToNotificationBpmn.RESOLVE_EXCEPTION);
        ofAdvisers(engine, "Questions", DriftToNotificationBpmn.ANSWER_QUESTION);
        ofAdvisers(engine, "Handled manually", DriftToNotificationBpmn.HANDLE_MANUALLY);
        save(engine, FirmGroup.TRADERS, "Trading desk", 10, tasksOf(engine, FirmGroup.TRADERS));
        for (FirmGroup group : List.of(FirmGroup.OWNERS, FirmGroup.EXAMINERS, FirmGroup.ADMINISTRATORS))
            save(engine, group, "Everything", 90, engine.getTaskService().createTaskQuery());
    }

    private static void compliance(ProcessEngine engine) {
        FirmGroup group = FirmGroup.COMPLIANCE;
        save(engine, group, "My queue", 10, tasksOf(engine, group));
        save(
                engine,
                group,
                "Over budget",
                20,
                tasksOf(engine, group)
                        .processVariableValueEquals(DriftToNotificationBpmn.BUDGET_EXCEEDED.name(), true));
        save(
                engine,
                group,
                "Restricted",
                30,
                tasksOf(engine, group)
                        .processVariableValueNotEquals(DriftToNotificationBpmn.RESTRICTION_FLAGS.name(), ""));
        save(
                engine,
                group,
                "Ageing over a day",
                40,
                tasksOf(engine, group).processVariableValueEquals(DriftToNotificationBpmn.AGEING.name(), true));
    }

    private static void other(ProcessEngine engine, FirmGroup group, String name, String task) {
        save(engine, group, name, 20, tasksOf(engine, group).taskDefinitionKey(task));
    }

    /** One list for all advisers: the engine shows each of them the tasks of own households only. */
    private static void ofAdvisers(ProcessEngine engine, String name, String task) {
        TaskQuery query = engine.getTaskService().createTaskQuery().taskDefinitionKey(task);
        save(engine, FirmGroup.ADVISERS, name, 20, query);
    }

    /** An adviser's own clients; the owner of a filter may read it. */
    static void ofAdviser(ProcessEngine engine, String adviser) {
        FilterService filters = engine.getFilterService();
        TaskQuery query = engine.getTaskService()
                .createTaskQuery()
                .taskCandidateUser(adviser)
                .includeAssignedTasks()
                .processVariableValueEquals(DriftToNotificationBpmn.ADVISER.name(), adviser);
        Filter known = filters.createFilterQuery().filterOwner(adviser).singleResult();
        Filter filter = known == null ? filters.newTaskFilter("My clients").setOwner(adviser) : known;
        saved(engine, filter, 5, query);
    }

    private static TaskQuery tasksOf(ProcessEngine engine, FirmGroup group) {
        TaskService tasks = engine.getTaskService();
        return tasks.createTaskQuery().taskCandidateGroup(group.id()).includeAssignedTasks();
    }

    private static void save(ProcessEngine engine, FirmGroup group, String name, int priority, TaskQuery query) {
        FilterService filters = engine.getFilterService();
        Filter known = filters.createFilterQuery().filterName(name).singleResult();
        Filter filter = saved(engine, known == null ? filters.newTaskFilter(name) : known, priority, query);
        new Grants(engine.getAuthorizationService()).toGroup(group, Resources.FILTER, filter.getId(), Permissions.READ);
    }

    private static Filter saved(ProcessEngine engine, Filter filter, int priority, TaskQuery query) {
        filter.setQuery(query);
        filter.setProperties(Map.of(
                "priority",
                priority,
                "color",
                "#1f5a7a",
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                COLUMNS));
        return engine.getFilterService().saveFilter(filter);
    }

    private static Map<String, String> column(ProcessVariable<?> variable, String label) {
        return Map.of("name", variable.name(), "label", label);
    }
}
