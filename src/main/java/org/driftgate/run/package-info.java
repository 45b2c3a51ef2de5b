/** Runs over the firm's households and the case of each household, with its state. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "market"})
package org.driftgate.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
