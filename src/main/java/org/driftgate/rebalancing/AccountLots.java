package org.driftgate.rebalancing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The lots of an account by security, those of a security by purchase and id. */
final class AccountLots {

    private static final Comparator<TaxLot> OLDEST_FIRST = AccountLots::byPurchase;

    private final TaxLot[] lot;
    /** The lots of security s are those from start[s] up to start[s + 1]. */
    private final int[] start;

    AccountLots(List<TaxLot> lots, IdIndex symbols) {
        int[] security = new int[lots.size()];
        start = new int[symbols.size() + 1];
        String last = null;
        int at = -1;
        for (int index = 0; index < security.length; index++) {
            String symbol = lots.get(index).symbol();
            if (!symbol.equals(last)) at = symbols.at(symbol);
            last = symbol;
            security[index] = at;
            start[at + 1]++;
        }
        for (int index = 1; index < start.length; index++) start[index] += start[index - 1];
        lot = new TaxLot[security.length];
        int[] next = start.clone();
        for (int index = 0; index < security.length; index++) lot[next[security[index]]++] = lots.get(index);
        for (int index = 1; index < start.length; index++)
            if (start[index] - start[index - 1] > 1) Arrays.sort(lot, start[index - 1], start[index], OLDEST_FIRST);
    }

    private static int byPurchase(TaxLot left, TaxLot right) {
        int days = left.acquired().compareTo(right.acquired());
        return days != 0 ? days : left.id().compareTo(right.id());
    }

    int start(int security) {
        return start[security];
    }

    TaxLot at(int index) {
        return lot[index];
    }
}
