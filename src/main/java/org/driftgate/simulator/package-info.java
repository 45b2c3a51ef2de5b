/** The outside world for demonstration and tests: Orion, Schwab, Redtail, a mailbox, a market that fills and rejects. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "market", "adapter::book"})
package org.driftgate.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
