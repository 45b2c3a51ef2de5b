package org.driftgate.household;

import java.time.LocalDate;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Symbol;

/** One purchase still held. Lots are counted by trade date. */
public record Lot(LotId id, Symbol symbol, Quantity quantity, Price unitCost, LocalDate acquired) {

    /** IRC §1222: long-term when held for more than one year, counted from the day after the purchase. */
    public boolean isLongTerm(LocalDate soldOn) {
        return soldOn.isAfter(acquired.plusYears(1));
    }
}
