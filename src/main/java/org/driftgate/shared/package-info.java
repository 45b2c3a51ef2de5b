/** Values that every room speaks in: money, quantities, weights, identifiers, the trading calendar. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.driftgate.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
