package org.driftgate.process.engine;

import org.camunda.bpm.engine.ProcessEngine;

/** Something that must be in the engine before models are deployed and before the port opens; repeating it is harmless. */
public interface EngineSetUp {

    void setUp(ProcessEngine engine);
}
