package org.driftgate.process.engine;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Whoever gets a task by name may also read the process instance that it belongs to, and no other: the columns of
 * Tasklist and the forms read its variables.
 */
final class TaskRights extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String user, String type) {
        AuthorizationEntity[] forTask = super.newTaskUserIdentityLink(task, user, type);
        AuthorizationEntity forInstance = reading(task.getProcessInstanceId(), user);
        if (forInstance == null) return forTask;
        var both = new AuthorizationEntity[forTask.length + 1];
        System.arraycopy(forTask, 0, both, 0, forTask.length);
        both[forTask.length] = forInstance;
        return both;
    }

    private @Nullable AuthorizationEntity reading(@Nullable String instance, String user) {
        if (instance == null) return null;
        if (getGrantAuthorizationByUserId(user, Resources.PROCESS_INSTANCE, instance) != null) return null;
        return createGrantAuthorization(user, null, Resources.PROCESS_INSTANCE, instance, Permissions.READ);
    }
}
