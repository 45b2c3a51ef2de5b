package org.driftgate.process;

import java.util.Arrays;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/** Grants rights on the engine's resources, each once; rights that an older release did not grant are added. */
final class Grants {

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void toGroup(FirmGroup group, Resource resource, String id, Permission... permissions) {
        Authorization known = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group.id())
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        Authorization grant =
                known == null ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT) : known;
        grant.setGroupId(group.id());
        save(grant, resource, id, permissions);
    }

    /** Takes permissions back that an earlier version granted. */
    void withdraw(FirmGroup group, Resource resource, String id, Permission... permissions) {
        for (Authorization grant : authorizations
                .createAuthorizationQuery()
                .groupIdIn(group.id())
                .resourceType(resource)
                .resourceId(id)
                .list()) {
            for (Permission permission : permissions) grant.removePermission(permission);
            authorizations.saveAuthorization(grant);
        }
    }

    void toUser(String user, Resource resource, String id, Permission... permissions) {
        Authorization known = authorizations
                .createAuthorizationQuery()
                .userIdIn(user)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        Authorization grant =
                known == null ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT) : known;
        grant.setUserId(user);
        save(grant, resource, id, permissions);
    }

    /** What is granted already is not written again. */
    private void save(Authorization grant, Resource resource, String id, Permission... permissions) {
        if (grant.getId() != null && Arrays.stream(permissions).allMatch(grant::isPermissionGranted)) return;
        grant.setResource(resource);
        grant.setResourceId(id);
        for (Permission permission : permissions) grant.addPermission(permission);
        authorizations.saveAuthorization(grant);
    }
}
