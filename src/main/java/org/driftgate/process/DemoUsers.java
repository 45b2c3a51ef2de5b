package org.driftgate.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.driftgate.shared.AdviserId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Log-ins of the demo; the password is the name. Absent unless {@code driftgate.demo.users} is true. */
@Component
@ConditionalOnProperty(name = "driftgate.demo.users", havingValue = "true")
public class DemoUsers {

    private final ProcessEngine engine;

    DemoUsers(ProcessEngine engine) {
        this.engine = engine;
    }

    /** A log-in for an adviser found in a book; repeating it changes nothing. */
    public void ensureAdviser(AdviserId adviser) {
        DemoPeople.adviser(engine, adviser);
    }
}
