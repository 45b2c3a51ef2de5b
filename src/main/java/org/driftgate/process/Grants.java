package org.driftgate.process;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/** Grants rights on the engine's resources, each once. */
final class Grants {

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void toGroup(FirmGroup group, Resource resource, String id, Permission... permissions) {
        long known = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group.id())
                .resourceType(resource)
                .resourceId(id)
                .count();
        if (known > 0) return;
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group.id());
        save(grant, resource, id, permissions);
    }

    void toUser(String user, Resource resource, String id, Permission... permissions) {
        long known = authorizations
                .createAuthorizationQuery()
                .userIdIn(user)
                .resourceType(resource)
                .resourceId(id)
                .count();
        if (known > 0) return;
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(user);
        save(grant, resource, id, permissions);
    }

    private void save(Authorization grant, Resource resource, String id, Permission... permissions) {
        grant.setResource(resource);
        grant.setResourceId(id);
        for (Permission permission : permissions) grant.addPermission(permission);
        authorizations.saveAuthorization(grant);
    }
}
