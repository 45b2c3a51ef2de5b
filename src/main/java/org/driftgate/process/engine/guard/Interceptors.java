package org.driftgate.process.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/** Puts an interceptor into both chains of commands; each chain needs one of its own. */
final class Interceptors {

    private Interceptors() {}

    static void outermost(ProcessEngineConfigurationImpl configuration, Supplier<CommandInterceptor> made) {
        add(configuration, made, true);
    }

    static void add(ProcessEngineConfigurationImpl configuration, Supplier<CommandInterceptor> made) {
        add(configuration, made, false);
    }

    private static void add(
            ProcessEngineConfigurationImpl configuration, Supplier<CommandInterceptor> made, boolean first) {
        configuration.setCustomPreCommandInterceptorsTxRequired(
                with(configuration.getCustomPreCommandInterceptorsTxRequired(), made.get(), first));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                with(configuration.getCustomPreCommandInterceptorsTxRequiresNew(), made.get(), first));
    }

    private static List<CommandInterceptor> with(
            @Nullable List<CommandInterceptor> existing, CommandInterceptor added, boolean first) {
        List<CommandInterceptor> all = new ArrayList<>(existing == null ? List.of() : existing);
        all.add(first ? 0 : all.size(), added);
        return all;
    }
}
