/** A household as its sources report it: accounts, lots, restrictions, needs; the validated snapshot. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "market", "run", "modelportfolio"})
package org.driftgate.household;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
