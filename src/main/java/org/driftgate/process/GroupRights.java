package org.driftgate.process;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.driftgate.process.engine.EngineSetUp;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The groups and what each may do in the engine. Tasks are given by candidate groups; without READ_INSTANCE the columns of
 * Tasklist stay empty. Advisers do not get it: each reads only the instances of which he or she has a task.
 */
@Component
@Order(1)
class GroupRights implements EngineSetUp {

    @Override
    public void setUp(ProcessEngine engine) {
        var grants = new Grants(engine.getAuthorizationService());
        for (FirmGroup group : FirmGroup.allButAdministrators()) {
            create(engine.getIdentityService(), group);
            grants.toGroup(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            readProcesses(grants, group);
        }
        startRuns(grants);
        grants.withdraw(
                FirmGroup.ADVISERS, Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ_INSTANCE);
        readEverything(grants, FirmGroup.OWNERS);
        readEverything(grants, FirmGroup.EXAMINERS);
        grants.toGroup(FirmGroup.OWNERS, Resources.DEPLOYMENT, ANY, Permissions.READ, Permissions.CREATE);
    }

    private static void create(IdentityService identity, FirmGroup group) {
        if (identity.createGroupQuery().groupId(group.id()).count() > 0) return;
        Group created = identity.newGroup(group.id());
        created.setName(group.label());
        created.setType("WORKFLOW");
        identity.saveGroup(created);
    }

    private static void readProcesses(Grants grants, FirmGroup group) {
        boolean wide = group == FirmGroup.OWNERS || group == FirmGroup.EXAMINERS;
        if (wide) {
            grants.toGroup(
                    group,
                    Resources.PROCESS_DEFINITION,
                    ANY,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.READ_HISTORY);
            return;
        }
        if (group == FirmGroup.ADVISERS) {
            grants.toGroup(group, Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ);
            return;
        }
        grants.toGroup(
                group,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE);
    }

    private static void startRuns(Grants grants) {
        grants.toGroup(
                FirmGroup.TRADERS,
                Resources.PROCESS_DEFINITION,
                RebalancingRunBpmn.PROCESS,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.CREATE_INSTANCE);
        grants.toGroup(FirmGroup.TRADERS, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
    }

    private static void readEverything(Grants grants, FirmGroup group) {
        grants.toGroup(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grants.toGroup(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
        grants.toGroup(group, Resources.DEPLOYMENT, ANY, Permissions.READ);
    }
}
