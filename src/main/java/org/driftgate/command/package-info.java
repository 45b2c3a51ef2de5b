/** Commands that need no running application: no engine, no database, no Spring context. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "household",
            "modelportfolio",
            "drift",
            "rebalancing",
            "rebalancing :: household",
            "adapter :: book"
        })
package org.driftgate.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
