package org.driftgate.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.driftgate.process.engine.EngineSetUp;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Sets the engine's clock before models are deployed, because deployment works out the start timers. */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoClockSetUp implements EngineSetUp {

    private final DemoClock clock;

    DemoClockSetUp(DemoClock clock) {
        this.clock = clock;
    }

    @Override
    public void setUp(ProcessEngine engine) {
        clock.start();
    }
}
