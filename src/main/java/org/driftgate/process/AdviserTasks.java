package org.driftgate.process;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.driftgate.process.engine.EngineSetUp;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tasks opened when every adviser saw every household are given to the household's own adviser. */
@Component
@Order(2)
class AdviserTasks implements EngineSetUp {

    @Override
    public void setUp(ProcessEngine engine) {
        List<Task> shared = engine.getTaskService()
                .createTaskQuery()
                .taskCandidateGroup(FirmGroup.ADVISERS.id())
                .includeAssignedTasks()
                .list();
        shared.forEach(task -> giveAway(engine, task));
    }

    private static void giveAway(ProcessEngine engine, Task task) {
        Object adviser = engine.getTaskService().getVariable(task.getId(), DriftToNotificationBpmn.ADVISER.name());
        if (adviser instanceof String own) engine.getTaskService().addCandidateUser(task.getId(), own);
        engine.getTaskService().deleteCandidateGroup(task.getId(), FirmGroup.ADVISERS.id());
        withdraw(engine.getAuthorizationService(), task);
    }

    private static void withdraw(AuthorizationService authorizations, Task task) {
        authorizations
                .createAuthorizationQuery()
                .groupIdIn(FirmGroup.ADVISERS.id())
                .resourceType(Resources.TASK)
                .resourceId(task.getId())
                .list()
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
    }
}
