package org.driftgate.process.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.stereotype.Component;

/** Runs every set-up in its order. */
@Component
class SetUpPlugin extends AbstractProcessEnginePlugin {

    private final List<EngineSetUp> parts;

    SetUpPlugin(List<EngineSetUp> parts) {
        this.parts = parts;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        parts.forEach(part -> part.setUp(engine));
    }
}
