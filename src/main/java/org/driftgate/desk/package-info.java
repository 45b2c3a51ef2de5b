/** Web pages and the JSON API; speaks to features through their public types. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "market",
            "run",
            "household",
            "drift",
            "rebalancing",
            "rebalancing :: household",
            "proposal",
            "review",
            "trading",
            "notification",
            "process",
            "security"
        })
package org.driftgate.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
