package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.driftgate.household.Lot;

/** What a custodian relieves when it gets no lot instruction: first in, first out (26 CFR §1.1012-1(c)). */
public final class DefaultDisposal {

    private DefaultDisposal() {}

    /** What is taken from one lot and what that realises, in dollars. */
    public record Part(TaxLot lot, BigDecimal quantity, BigDecimal gain, boolean longTerm) {}

    public static List<Part> firstInFirstOut(List<TaxLot> lots, BigDecimal quantity, BigDecimal price, LocalDate day) {
        List<Part> parts = new ArrayList<>();
        BigDecimal left = quantity;
        List<TaxLot> oldestFirst = lots.stream()
                .sorted(Comparator.comparing(TaxLot::acquired).thenComparing(TaxLot::id))
                .toList();
        for (TaxLot lot : oldestFirst) {
            BigDecimal taken = left.min(lot.quantity());
            if (taken.signum() <= 0) break;
            parts.add(part(lot, taken, price, day));
            left = left.subtract(taken);
        }
        return List.copyOf(parts);
    }

    private static Part part(TaxLot lot, BigDecimal taken, BigDecimal price, LocalDate day) {
        BigDecimal gain = taken.multiply(price).subtract(DefaultDisposal.cost(lot, taken));
        return new Part(lot, taken, gain, !day.isBefore(Lot.firstLongTermDay(lot.acquired())));
    }

    /** The share of a lot's basis; unknown counts as none. */
    static BigDecimal cost(TaxLot lot, BigDecimal taken) {
        BigDecimal basis = lot.basis();
        return basis == null
                ? BigDecimal.ZERO
                : basis.multiply(taken).divide(lot.quantity(), 2, RoundingMode.HALF_EVEN);
    }
}
