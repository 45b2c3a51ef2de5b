/** From approved version to fills: release, intent, claim, attempt, acknowledgement, exceptions, reconciliation. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "market", "run", "household", "proposal", "review"})
package org.driftgate.trading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
