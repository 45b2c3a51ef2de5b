/** Driftgate: portfolio rebalancing from drift to client notice. */
@org.jspecify.annotations.NullMarked
package org.driftgate;
