package org.driftgate.simulator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.driftgate.adapter.book.AccountRow;

/** An account now: the book's row, and what events made of its status, cash and lots. */
record AccountState(
        int id,
        String number,
        AccountRow row,
        String status,
        BigDecimal cash,
        BigDecimal settledCash,
        List<PositionState> positions) {

    /** What is reported of one security; the quantity is the lots' unless the source misreports it. */
    record PositionState(String symbol, BigDecimal quantity, List<HeldLot> lots) {

        PositionState {
            lots = List.copyOf(lots);
        }

        BigDecimal cost() {
            return lots.stream().map(HeldLot::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    AccountState {
        positions = List.copyOf(positions);
    }

    String household() {
        return row.household();
    }

    boolean isActive() {
        return status.equals("active");
    }

    BigDecimal value(Map<String, BigDecimal> prices) {
        BigDecimal value = cash;
        for (var position : positions)
            value = value.add(position.quantity().multiply(prices.getOrDefault(position.symbol(), BigDecimal.ZERO)));
        return value;
    }
}
