package org.driftgate.process.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps at least one administrator: the engine's web applications let anybody make one while their group is empty. Users
 * and groups stay in the engine's own tables.
 */
@Component
class AdministratorsPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setIdentityProviderSessionFactory(new GenericManagerFactory(People.class));
    }

    /** Made by the engine for each command, hence public and without arguments. */
    public static final class People extends DbIdentityServiceProvider {

        @Override
        public IdentityOperationResult deleteUser(String userId) {
            keepOne(userId);
            return super.deleteUser(userId);
        }

        @Override
        public IdentityOperationResult deleteMembership(String userId, String groupId) {
            if (Groups.CAMUNDA_ADMIN.equals(groupId)) keepOne(userId);
            return super.deleteMembership(userId, groupId);
        }

        @Override
        public IdentityOperationResult deleteGroup(String groupId) {
            if (Groups.CAMUNDA_ADMIN.equals(groupId))
                throw new BadUserRequestException("The group of administrators cannot be deleted.");
            return super.deleteGroup(groupId);
        }

        private void keepOne(String leaving) {
            boolean last = Context.getCommandContext().runWithoutAuthorization(() -> isLast(leaving));
            if (last)
                throw new BadUserRequestException(
                        "'%s' is the last administrator; make another one first.".formatted(leaving));
        }

        private boolean isLast(String leaving) {
            var administrators = createUserQuery(Context.getCommandContext())
                    .memberOfGroup(Groups.CAMUNDA_ADMIN)
                    .listPage(0, 2);
            return administrators.size() == 1 && administrators.get(0).getId().equals(leaving);
        }
    }
}
