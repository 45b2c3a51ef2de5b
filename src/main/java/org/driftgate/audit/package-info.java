/** The append-only record of every step: who, when, what, before and after. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.driftgate.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
