/**
 * Log-in, roles and request rules. Uses the engine's public identity service only, because users and groups live there
 * and Tasklist reads them too. Its tables are read for one purpose: to tell which cases an answer of the engine was about.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "process::web"})
package org.driftgate.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
