/** The intended mix of a household and how far it may stray. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.driftgate.modelportfolio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
