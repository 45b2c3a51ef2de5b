package org.driftgate.rebalancing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lots of every position by price per dollar of proceeds (specification §1.3): the sell side of its curve, and the
 * way back from dollars to lots.
 */
final class LotStack {

    private static final double DAYS = 365;

    private final HouseholdProblem problem;
    private final LotBook lots;
    /** Tax and waiting price per dollar of proceeds, without drag and wash penalty. */
    private final double[] key;
    /** What the key holds beyond tax: a price of waiting, never shown as tax. */
    private final double[] waiting;

    /** What neither a rule nor a ban before long-term keeps. */
    private final boolean[] isSellable;

    private final TaxPrices prices;

    private final int[][] order = new int[WashChoice.COUNT][];
    private double @Nullable [] sellable;

    LotStack(HouseholdProblem problem, TaxPrices prices) {
        this.problem = problem;
        lots = problem.lots;
        this.prices = prices;
        key = new double[lots.cents.length];
        waiting = new double[key.length];
        isSellable = new boolean[key.length];
        Positions positions = problem.positions;
        for (int position = 0; position < positions.count; position++) {
            int unit = problem.unitOf[positions.account[position]];
            double fee = problem.securities
                    .get(positions.security[position])
                    .redemptionFee()
                    .doubleValue();
            for (int lot = positions.lotStart[position]; lot < positions.lotStart[position + 1]; lot++) {
                key[lot] = fee + price(lot, unit, prices);
                isSellable[lot] = lots.sellable[lot] && !waits(lot);
            }
        }
    }

    private double price(int lot, int unit, TaxPrices prices) {
        if (!lots.taxed[lot]) return 0;
        double gain = lots.gain[lot];
        double tax = gain < 0 && !lots.worthHarvesting[lot] ? 0 : prices.of(unit, lots.longTerm[lot]) * gain;
        waiting[lot] = waitingPrice(lot, problem.units.get(unit));
        return tax + waiting[lot] + prices.budget()[unit] * counted(gain);
    }

    double counted(double gain) {
        return problem.policy.budget() == RebalancingPolicy.Budget.GROSS ? Math.max(0, gain) : gain;
    }

    /** Waiting keeps the drift only for the days to long-term, so the saved rate counts the more the fewer they are. At the
     * unit's rates whatever its netted position: a price of waiting is no tax. */
    private double waitingPrice(int lot, TaxPosition unit) {
        double gain = lots.gain[lot];
        if (problem.policy.nearLongTerm() != RebalancingPolicy.NearLongTerm.PRICE) return 0;
        if (lots.longTerm[lot] || gain <= 0) return 0;
        double rate = unit.shortRate().doubleValue();
        double saved = (rate - unit.longRate().doubleValue()) * gain;
        return Math.max(0, Math.min(1, saved * DAYS / lots.daysToLongTerm[lot]) - rate * gain);
    }

    private boolean waits(int lot) {
        return problem.policy.nearLongTerm() == RebalancingPolicy.NearLongTerm.BAN
                && lots.taxed[lot]
                && lots.gain[lot] > 0
                && !lots.longTerm[lot]
                && lots.daysToLongTerm[lot] <= problem.policy.banDays();
    }

    boolean isSellable(int lot) {
        return isSellable[lot];
    }

    /** The cents of each position that no rule keeps from being sold. */
    double[] sellable() {
        double[] known = sellable;
        if (known == null) known = VolumeCaps.sellable(problem, this);
        sellable = known;
        return known;
    }

    double key(int lot, WashChoice choice) {
        return choice.freezesLosses() && lots.loss[lot] ? Math.max(0, key[lot]) + Tiers.FROZEN_LOSS : key[lot];
    }

    /** What of a gain counts against the budget under a choice: a loss that a wash sale disallows makes no room. */
    double counted(int lot, WashChoice choice) {
        double gain = counted(lots.gain[lot]);
        return choice.freezesLosses() && lots.loss[lot] ? Math.max(0, gain) : gain;
    }

    /** The gain that the netted tax counts: no loss below the thresholds and none that a wash sale disallows. */
    double credited(int lot, WashChoice choice) {
        double gain = lots.gain[lot];
        boolean washed = choice.freezesLosses() && lots.loss[lot];
        return gain < 0 && (washed || !lots.worthHarvesting[lot]) ? 0 : gain;
    }

    /** The price of a dollar that changes hands. */
    double turnover() {
        return prices.turnover();
    }

    /** The price of a dollar that a class or cash is away from its target. */
    double drift() {
        return prices.drift();
    }

    double waiting(int lot) {
        return waiting[lot];
    }

    /** The lots in the order in which a choice sells them. */
    int[] order(WashChoice choice) {
        int[] known = order[choice.ordinal()];
        if (known != null) return known;
        var sorting = new Sorting(choice);
        Positions positions = problem.positions;
        for (int position = 0; position < positions.count; position++)
            sorting.sort(positions.lotStart[position], positions.lotStart[position + 1]);
        order[choice.ordinal()] = sorting.sorted;
        return sorting.sorted;
    }

    /** Puts the lots in order under one choice. */
    private final class Sorting {

        private static final int FEW = 64;

        private final int[] sorted = new int[key.length];
        private final double[] price = new double[key.length];
        private final boolean clears;

        Sorting(WashChoice choice) {
            clears = choice == WashChoice.CLEAR;
            for (int lot = 0; lot < sorted.length; lot++) {
                sorted[lot] = lot;
                price[lot] = key(lot, choice);
            }
        }

        /** Insertion for the usual handful; a position with very many lots is merged. */
        void sort(int start, int end) {
            if (end - start > FEW) {
                sortLarge(start, end);
                return;
            }
            for (int next = start + 1; next < end; next++) {
                int lot = sorted[next];
                int place = next;
                while (place > start && before(lot, sorted[place - 1])) {
                    sorted[place] = sorted[place - 1];
                    place--;
                }
                sorted[place] = lot;
            }
        }

        private void sortLarge(int start, int end) {
            Integer[] boxed = Arrays.stream(sorted, start, end).boxed().toArray(Integer[]::new);
            Arrays.sort(boxed, (left, right) -> before(left, right) ? -1 : before(right, left) ? 1 : 0);
            for (int index = 0; index < boxed.length; index++) sorted[start + index] = boxed[index];
        }

        private boolean before(int left, int right) {
            if (clears && lots.recent[left] != lots.recent[right]) return lots.recent[left];
            if (price[left] != price[right]) return price[left] < price[right];
            if (lots.longTerm[left] != lots.longTerm[right]) return lots.longTerm[left];
            if (lots.gain[left] != lots.gain[right]) return lots.gain[left] < lots.gain[right];
            return left < right;
        }
    }
}
