package org.driftgate.proposal;

import org.driftgate.shared.LotId;
import org.driftgate.shared.Quantity;

/** How much of one lot a sale takes. */
public record LotSale(LotId lot, Quantity quantity) {}
