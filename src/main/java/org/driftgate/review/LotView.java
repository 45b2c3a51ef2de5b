package org.driftgate.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.driftgate.household.Lot;
import org.driftgate.rebalancing.LotGain;
import org.driftgate.rebalancing.WashSale;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.jspecify.annotations.Nullable;

/** One lot with its term, the days until it is long-term, and the gain of what is sold of it. */
final class LotView {

    private LotView() {}

    static ReviewView.LotLine sold(LotGain gain, Price price, Assessment assessment, LocalDate day) {
        return of(
                gain.lot(),
                gain.quantity(),
                price,
                gain.gain(),
                washSale(gain.lot().id(), assessment),
                day);
    }

    /** One that could be sold; its gain is that of the whole lot. */
    static ReviewView.LotLine available(Lot lot, Price price, @Nullable String washSale, LocalDate day) {
        Money gain = lot.quantity().at(price).minus(lot.quantity().at(lot.unitCost()));
        return of(lot, Quantity.ZERO, price, gain, washSale, day);
    }

    private static ReviewView.LotLine of(
            Lot lot, Quantity quantity, Price price, Money gain, @Nullable String washSale, LocalDate day) {
        boolean longTerm = lot.isLongTerm(day);
        return new ReviewView.LotLine(
                lot.id().value(),
                lot.acquired().toString(),
                longTerm ? "LONG" : "SHORT",
                longTerm ? null : Math.toIntExact(ChronoUnit.DAYS.between(day, lot.firstLongTermDay())),
                LineView.decimal(lot.quantity()),
                LineView.decimal(quantity),
                dollars(lot.unitCost()),
                dollars(price),
                gain.amount(),
                washSale);
    }

    private static @Nullable String washSale(LotId lot, Assessment assessment) {
        return assessment.washSales().stream()
                .filter(wash -> wash.lot().equals(lot))
                .findFirst()
                .map(LotView::hint)
                .orElse(null);
    }

    static String hint(WashSale wash) {
        return "%s %s in account %s on %s, sold on %s"
                .formatted(wash.bought(), words(wash.purchase()), wash.boughtIn(), wash.boughtOn(), wash.soldOn());
    }

    private static String words(WashSale.Purchase purchase) {
        return switch (purchase) {
            case DONE -> "bought";
            case WORKING -> "on order";
            case PROPOSED -> "to be bought";
        };
    }

    private static BigDecimal dollars(Price price) {
        return new BigDecimal(price.toString());
    }
}
