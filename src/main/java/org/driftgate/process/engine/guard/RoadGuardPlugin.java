package org.driftgate.process.engine.guard;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Shuts the roads round the gate that the engine offers to whoever may operate it, in the call itself. */
@Component
class RoadGuardPlugin extends AbstractProcessEnginePlugin {

    private final Vocabulary words;

    RoadGuardPlugin(Vocabulary words) {
        this.words = words;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var definitions = new GuardedDefinitions(configuration, words.contract());
        List<RoadRule> rules = List.of(
                new StartRule(definitions),
                new JumpRule(definitions),
                new MigrationRule(definitions),
                new RemovalRule(definitions),
                new VariableRule(definitions, words));
        Interceptors.add(configuration, () -> new Guard(rules));
    }

    private static final class Guard extends CommandInterceptor {

        private final List<RoadRule> rules;

        Guard(List<RoadRule> rules) {
            this.rules = rules;
        }

        @Override
        public <T> T execute(Command<T> command) {
            boolean ours = command.getClass().getName().startsWith("org.camunda.");
            if (ours) rules.forEach(rule -> rule.check(command, isOutside()));
            return next.execute(command);
        }

        /** The application's own steps and decisions run inside a transaction; a caller of the engine's REST does not. */
        private static boolean isOutside() {
            return Context.getCommandContext() == null
                    && !TransactionSynchronizationManager.isActualTransactionActive();
        }
    }
}
