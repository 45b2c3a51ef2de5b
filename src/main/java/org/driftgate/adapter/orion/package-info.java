/** Orion Advisor: portfolios, lots, drift cross-check and trade instances as proposals. */
@NullMarked
package org.driftgate.adapter.orion;

import org.jspecify.annotations.NullMarked;
