package org.driftgate.rebalancing;

import org.driftgate.shared.LotId;
import org.driftgate.shared.Quantity;

/** How much of one lot a sale relieves. */
public record LotPart(LotId lot, Quantity quantity) {}
