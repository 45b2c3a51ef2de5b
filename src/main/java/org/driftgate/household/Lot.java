package org.driftgate.household;

import java.time.LocalDate;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Symbol;

/** One purchase still held. Lots are counted by trade date. */
public record Lot(LotId id, Symbol symbol, Quantity quantity, Price unitCost, LocalDate acquired) {

    public boolean isLongTerm(LocalDate soldOn) {
        return !soldOn.isBefore(firstLongTermDay());
    }

    public LocalDate firstLongTermDay() {
        return firstLongTermDay(acquired);
    }

    /**
     * IRC §1222: held for more than one year, counted from the day after the purchase. After a purchase on the last day
     * of February the year ends with the last day of February (Rev. Rul. 66-7), so the later of two readings counts.
     */
    public static LocalDate firstLongTermDay(LocalDate acquired) {
        LocalDate afterAnniversary = acquired.plusYears(1).plusDays(1);
        LocalDate yearAfterFirstDay = acquired.plusDays(1).plusYears(1);
        return afterAnniversary.isAfter(yearAfterFirstDay) ? afterAnniversary : yearAfterFirstDay;
    }
}
