/** When the market is open: trading days, half-days, release windows, settlement. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.driftgate.market;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
