/** Where outside systems are spoken to: one package each, none knows another. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "household",
            "modelportfolio",
            "drift",
            "rebalancing",
            "proposal",
            "review",
            "trading",
            "notification"
        })
package org.driftgate.adapter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
