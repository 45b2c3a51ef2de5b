package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.driftgate.household.Lot;

/** The lots of all positions in canonical order, money in cents. */
final class LotBook {

    static final int WASH_DAYS = 30;
    /** More days than any way of counting a year takes. */
    private static final int SURELY_LONG = 370;

    final List<TaxLot> lot = new ArrayList<>();
    double[] cents = {};
    /** Gain per dollar of proceeds: negative for a loss, zero where nothing is taxed. */
    double[] gain = {};

    boolean[] taxed = {};
    boolean[] longTerm = {};
    /** A taxable sale that would, or with an unknown basis might, realise a loss. */
    boolean[] loss = {};

    /** A loss beyond the thresholds of the policy. */
    boolean[] worthHarvesting = {};

    boolean[] recent = {};
    boolean[] sellable = {};
    int[] daysToLongTerm = {};

    void add(TaxLot next) {
        lot.add(next);
    }

    void allocate() {
        int size = lot.size();
        cents = new double[size];
        gain = new double[size];
        taxed = new boolean[size];
        longTerm = new boolean[size];
        loss = new boolean[size];
        worthHarvesting = new boolean[size];
        recent = new boolean[size];
        sellable = new boolean[size];
        daysToLongTerm = new int[size];
    }

    void describe(int index, BigDecimal price, boolean inTaxableAccount, RebalancingRequest request) {
        TaxLot one = lot.get(index);
        BigDecimal value = one.quantity().multiply(price);
        cents[index] = Cents.of(value);
        BigDecimal basis = one.basis();
        taxed[index] = inTaxableAccount;
        if (inTaxableAccount && value.signum() > 0)
            gain[index] = basis == null ? 1 : 1 - basis.doubleValue() / value.doubleValue();
        loss[index] = inTaxableAccount && (basis == null || basis.compareTo(value) > 0);
        worthHarvesting[index] = loss[index] && basis != null && isWorthIt(value, basis, request.policy());
        sellable[index] = one.blocked() == null && cents[index] > 0;
        describeAge(index, one.acquired(), request.asOf());
    }

    private static boolean isWorthIt(BigDecimal value, BigDecimal basis, RebalancingPolicy policy) {
        return HarvestCandidates.isWorthIt(value, basis, policy.harvestPercent(), policy.harvestDollars());
    }

    private void describeAge(int index, LocalDate acquired, LocalDate today) {
        long age = today.toEpochDay() - acquired.toEpochDay();
        recent[index] = age <= WASH_DAYS;
        longTerm[index] = age >= SURELY_LONG || !today.isBefore(Lot.firstLongTermDay(acquired));
        if (!longTerm[index])
            daysToLongTerm[index] =
                    (int) Math.max(1, Lot.firstLongTermDay(acquired).toEpochDay() - today.toEpochDay());
    }
}
