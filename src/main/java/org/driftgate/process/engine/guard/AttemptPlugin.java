package org.driftgate.process.engine.guard;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Keeps a trace of every command that was refused by a guard, or to a person by the engine's authorizations. */
@Component
class AttemptPlugin extends AbstractProcessEnginePlugin {

    private final AttemptTrace trace;

    AttemptPlugin(AttemptTrace trace) {
        this.trace = trace;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Interceptors.outermost(configuration, () -> new AttemptRecorder(trace));
    }
}
