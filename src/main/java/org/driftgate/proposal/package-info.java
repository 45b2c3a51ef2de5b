/** Proposed trades and their immutable versions, hashed. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "market",
            "run",
            "household",
            "modelportfolio",
            "drift",
            "rebalancing",
            "rebalancing :: household"
        })
package org.driftgate.proposal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
