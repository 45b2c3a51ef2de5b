package org.driftgate.process;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.driftgate.process.engine.EngineSetUp;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The administrators' group with every right on the engine's resources, and no member: people come by the demonstration
 * or by the set-up token. Deciding on trades is no right of the engine, so an administrator has none there.
 */
@Component
@Order(0)
class AdministratorRights implements EngineSetUp {

    @Override
    public void setUp(ProcessEngine engine) {
        create(engine.getIdentityService());
        var grants = new Grants(engine.getAuthorizationService());
        for (Resources resource : Resources.values())
            grants.toGroup(FirmGroup.ADMINISTRATORS, resource, ANY, Permissions.ALL);
    }

    private static void create(IdentityService identity) {
        FirmGroup administrators = FirmGroup.ADMINISTRATORS;
        if (identity.createGroupQuery().groupId(administrators.id()).count() > 0) return;
        Group group = identity.newGroup(administrators.id());
        group.setName(administrators.label());
        group.setType("SYSTEM");
        identity.saveGroup(group);
    }
}
