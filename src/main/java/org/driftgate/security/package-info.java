/** Log-in, roles and request rules. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.driftgate.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
