/** The only room that sees the engine: contracts, delegates, listeners, timers, demo clock, facades. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "market",
            "run",
            "household",
            "drift",
            "proposal",
            "review",
            "trading",
            "notification"
        })
package org.driftgate.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
