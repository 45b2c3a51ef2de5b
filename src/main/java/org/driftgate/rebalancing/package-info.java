/** Consequences of trades: allocation after, realised gains, netted tax, wash sales. Plain Java. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "household", "modelportfolio", "drift"})
package org.driftgate.rebalancing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
