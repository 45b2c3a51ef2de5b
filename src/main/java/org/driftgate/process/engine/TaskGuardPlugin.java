package org.driftgate.process.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.driftgate.process.engine.guard.RefusedRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shuts the ways by which whoever may work on a task could write process variables or leave the task without completing it:
 * resolving, errors, escalations and deletion from outside. Our models use none of them.
 */
@Component
class TaskGuardPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreCommandInterceptorsTxRequired(
                with(configuration.getCustomPreCommandInterceptorsTxRequired()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                with(configuration.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    private static List<CommandInterceptor> with(@Nullable List<CommandInterceptor> existing) {
        List<CommandInterceptor> all = new ArrayList<>(existing == null ? List.of() : existing);
        all.add(new Guard());
        return all;
    }

    static final class Guard extends CommandInterceptor {

        private static final Map<Class<?>, String> SHUT = Map.of(
                ResolveTaskCmd.class, "resolved",
                HandleTaskBpmnErrorCmd.class, "left by an error",
                HandleTaskEscalationCmd.class, "escalated",
                DeleteTaskCmd.class, "deleted");

        @Override
        public <T> T execute(Command<T> command) {
            String how = SHUT.get(command.getClass());
            if (how != null)
                throw RefusedRequest.never(
                        "A task cannot be %s from outside. Open its form in Tasklist and decide there; nothing was changed."
                                .formatted(how));
            return next.execute(command);
        }
    }
}
