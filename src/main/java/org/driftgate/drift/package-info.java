/** Measures how far a household has moved from its model and decides whether that is too far. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "market", "run", "household", "modelportfolio"})
package org.driftgate.drift;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
