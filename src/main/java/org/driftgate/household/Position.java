package org.driftgate.household;

import java.util.List;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Symbol;

/**
 * What an account holds of one security: the quantity that the source reports and the lots behind it. When they do not
 * add up, nothing of it may be sold lot by lot and the household is quarantined.
 */
public record Position(Symbol symbol, Quantity quantity, List<Lot> lots) {

    public Position {
        lots = List.copyOf(lots);
    }

    public boolean lotsAddUp() {
        return lots.stream()
                .map(Lot::quantity)
                .reduce(Quantity.ZERO, Quantity::plus)
                .equals(quantity);
    }
}
