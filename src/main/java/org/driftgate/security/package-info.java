/**
 * Log-in, roles and request rules. Uses the engine's public identity service only, because users and groups live there
 * and Tasklist reads them too.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit"})
package org.driftgate.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
