package org.driftgate.process.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refuses task queries with expressions inside "or" parts, which version 7.24.0 would evaluate for anybody who may query
 * tasks (CVE-2026-109432, mended in the enterprise edition only), asked directly or through a filter.
 */
@Component
class QueryGuardPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setFilterService(new StoredQueries());
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

        @Override
        public <T> T execute(Command<T> command) {
            if (command instanceof TaskQueryImpl query) StoredQueries.refuseExpressions(query);
            return next.execute(command);
        }
    }
}
