/** The gate: findings, sign-offs, verdicts, lots chosen by the tax reviewer, client consent. */
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
            "proposal"
        })
package org.driftgate.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
