package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The most cents of each position that may be sold and bought in a day: a share of the security's average volume, split
 * over the accounts by what they could sell and by what they could pay. An unknown volume caps nothing. Where only whole
 * shares trade a cap is a whole number of them.
 */
final class VolumeCaps {

    private final HouseholdProblem problem;
    private final double[] sellable;
    private final double[] payable;
    private final double[] allSellable;
    private final double[] allPayable;
    private final boolean capped;

    /** {@code sellable} by position, {@code payable} by account, in cents. */
    VolumeCaps(HouseholdProblem problem, double[] sellable, double[] payable) {
        this.problem = problem;
        this.sellable = sellable;
        this.payable = payable;
        capped = problem.policy.limits().volumeShare() != null;
        allSellable = new double[problem.securities.size()];
        allPayable = new double[allSellable.length];
        for (int position = 0; capped && position < sellable.length; position++) {
            int security = problem.positions.security[position];
            allSellable[security] += sellable[position];
            if (problem.positions.mayBuy[position])
                allPayable[security] += payable[problem.positions.account[position]];
        }
    }

    /** What a stack of lots could sell of each position, capped. */
    static double[] sellable(HouseholdProblem problem, LotStack stack) {
        double[] all = new double[problem.positions.count];
        for (int position = 0; position < all.length; position++) all[position] = sellable(problem, stack, position);
        if (problem.policy.limits().volumeShare() == null) return all;
        var caps = new VolumeCaps(problem, all, new double[problem.accounts.size()]);
        double[] sellable = all.clone();
        Arrays.setAll(sellable, position -> Math.min(all[position], caps.sale(position)));
        return sellable;
    }

    /** A fraction goes with the whole position only: of one whose lots may not all be sold, whole shares. */
    private static double sellable(HouseholdProblem problem, LotStack stack, int position) {
        double cents = 0;
        double held = 0;
        for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++) {
            held += problem.lots.cents[lot];
            if (stack.isSellable(lot)) cents += problem.lots.cents[lot];
        }
        return cents >= held || !problem.isWhole(position) ? cents : wholeShares(problem, stack, position, cents);
    }

    private static double wholeShares(HouseholdProblem problem, LotStack stack, int position, double cents) {
        double shares = 0;
        for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++)
            if (stack.isSellable(lot))
                shares += problem.lots.lot.get(lot).quantity().doubleValue();
        BigDecimal price =
                problem.securities.get(problem.positions.security[position]).price();
        return Math.min(cents, Math.rint(Math.floor(shares + 1e-9) * price.doubleValue() * 100));
    }

    private double sale(int position) {
        int security = problem.positions.security[position];
        return cap(position, sellable[position], allSellable[security]);
    }

    double purchase(int position) {
        if (!capped) return Double.POSITIVE_INFINITY;
        int security = problem.positions.security[position];
        return cap(position, payable[problem.positions.account[position]], allPayable[security]);
    }

    private double cap(int position, double part, double all) {
        TradedSecurity security = problem.securities.get(problem.positions.security[position]);
        BigDecimal volume = security.averageVolume();
        BigDecimal share = problem.policy.limits().volumeShare();
        if (share == null || volume == null) return Double.POSITIVE_INFINITY;
        if (all <= 0) return 0;
        double shares = share.multiply(volume).doubleValue() * (part / all);
        double price = security.price().doubleValue() * 100;
        boolean whole = problem.isWhole(position);
        return Math.rint((whole ? Math.floor(shares + 1e-9) : shares) * price);
    }
}
