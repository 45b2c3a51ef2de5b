/** A reported household as a request to the rebalancer under a firm's policy, and what becomes of it. Plain Java. */
@NullMarked
@NamedInterface("household")
package org.driftgate.rebalancing.household;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
