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

    private final LocalDate today;
    private final RebalancingPolicy policy;
    private final boolean everyLossCounts;
    private final LocalDate firstRecent;
    private final LocalDate lastSurelyLong;

    final List<TaxLot> lot;
    final double[] cents;
    /** Gain per dollar of proceeds: negative for a loss, zero where nothing is taxed. */
    final double[] gain;

    final boolean[] taxed;
    final boolean[] longTerm;
    /** A taxable sale that would, or with an unknown basis might, realise a loss. */
    final boolean[] loss;

    /** A loss beyond the thresholds of the policy. */
    final boolean[] worthHarvesting;

    final boolean[] recent;
    final boolean[] sellable;
    final int[] daysToLongTerm;

    LotBook(LocalDate today, RebalancingPolicy policy, int size) {
        this.today = today;
        this.policy = policy;
        everyLossCounts =
                policy.harvestPercent().signum() == 0 && policy.harvestDollars().signum() == 0;
        firstRecent = today.minusDays(WASH_DAYS);
        lastSurelyLong = today.minusDays(SURELY_LONG);
        lot = new ArrayList<>(size);
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

    void add(TaxLot next) {
        lot.add(next);
    }

    /** Describes the lots of one position. */
    void describe(int start, int end, BigDecimal price, boolean inTaxableAccount) {
        double near = Cents.approximate(price);
        for (int index = start; index < end; index++) {
            TaxLot one = lot.get(index);
            double value = Cents.approximate(one.quantity()) * near;
            cents[index] = Cents.product(value, one.quantity(), price);
            taxed[index] = inTaxableAccount;
            if (inTaxableAccount) describeGain(index, one, price, value);
            sellable[index] = one.blocked() == null && cents[index] > 0;
            describeAge(index, one.acquired());
        }
    }

    /** Floating point decides whether there is a loss where basis and value are far enough apart. */
    private void describeGain(int index, TaxLot one, BigDecimal price, double value) {
        BigDecimal basis = one.basis();
        if (basis == null) {
            gain[index] = 1;
            loss[index] = true;
            return;
        }
        double share = Cents.approximate(basis) / value;
        gain[index] = 1 - share;
        boolean clear = Math.abs(gain[index]) > 1e-9;
        loss[index] = clear ? share > 1 : basis.compareTo(one.quantity().multiply(price)) > 0;
        worthHarvesting[index] =
                loss[index] && (everyLossCounts || isWorthIt(one.quantity().multiply(price), basis));
    }

    private boolean isWorthIt(BigDecimal value, BigDecimal basis) {
        return HarvestCandidates.isWorthIt(value, basis, policy.harvestPercent(), policy.harvestDollars());
    }

    private void describeAge(int index, LocalDate acquired) {
        recent[index] = !acquired.isBefore(firstRecent);
        longTerm[index] = !acquired.isAfter(lastSurelyLong);
        if (longTerm[index]) return;
        long days = Lot.firstLongTermDay(acquired).toEpochDay() - today.toEpochDay();
        longTerm[index] = days <= 0;
        if (days > 0) daysToLongTerm[index] = (int) days;
    }
}
