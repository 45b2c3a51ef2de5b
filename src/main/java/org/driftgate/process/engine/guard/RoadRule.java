package org.driftgate.process.engine.guard;

import org.camunda.bpm.engine.impl.interceptor.Command;

/** Looks at a command before it runs, and throws a {@link RefusedRequest} when it must not. */
interface RoadRule {

    /** {@code outside} is false inside a transaction of the application itself. */
    void check(Command<?> command, boolean outside);
}
