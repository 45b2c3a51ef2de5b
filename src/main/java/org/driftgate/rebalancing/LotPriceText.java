package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A lot's price in words. */
final class LotPriceText {

    private LotPriceText() {}

    /** What a lot's price is made of. */
    static String parts(PlanView view, int position, int lot) {
        WashChoice choice = view.solution.wash().of(position);
        var parts = new StringBuilder(view.problem.lots.gain[lot] < 0 ? "price of its loss" : "price of its gain");
        if (security(view, position).redemptionFee().signum() > 0) parts.append(" and of its fee");
        if (view.solution.stack.waiting(lot) > 0) parts.append(" and of waiting");
        if (view.solution.stack.turnover() > 0) parts.append(" and of the turnover limit");
        if (budget(view, position, lot, choice) != 0) parts.append(" and of the gains budget");
        if (choice.freezesLosses() && view.problem.lots.loss[lot]) parts.append(" and of a wash sale");
        return parts.toString();
    }

    /** What its parts add up to per dollar of proceeds. */
    static double of(PlanView view, int position, int lot) {
        LotStack stack = view.solution.stack;
        return stack.key(lot, view.solution.wash().of(position)) + stack.turnover();
    }

    private static double budget(PlanView view, int position, int lot, WashChoice choice) {
        int unit = view.problem.unitOf[view.problem.positions.account[position]];
        double counted = view.problem.lots.taxed[lot] ? view.solution.stack.counted(lot, choice) : 0;
        return view.solution.prices.budget()[unit] * counted;
    }

    /** The price of the cheapest lot that is kept here, which would go first if this one were dearer. */
    static double next(PlanView view, int position, int lot) {
        double next = Double.POSITIVE_INFINITY;
        int[] start = view.problem.positions.lotStart;
        for (int other = start[position]; other < start[position + 1]; other++)
            if (other != lot && view.plan.sold[other] == 0 && view.solution.stack.isSellable(other))
                next = Math.min(next, of(view, position, other));
        return next;
    }

    /**
     * The price of the security at which a gain would cost as much more: with basis b a share the gain share at a price x
     * is 1 − b ÷ x. Nothing where more than the gain makes the lot's price, or no price of the security is enough.
     */
    static String security(PlanView view, int position, int lot, double more) {
        LotBook lots = view.problem.lots;
        double gain = lots.gain[lot];
        BigDecimal fee = security(view, position).redemptionFee();
        double key = view.solution.stack.key(lot, view.solution.wash().of(position)) - fee.doubleValue();
        if (!lots.taxed[lot] || gain <= 0 || gain >= 1 || key <= 0 || view.solution.stack.waiting(lot) > 0) return "";
        double share = gain + more * gain / key;
        if (share >= 1) return "";
        double today = security(view, position).price().doubleValue();
        BigDecimal price = BigDecimal.valueOf(today * (1 - gain) / (1 - share)).setScale(2, RoundingMode.UP);
        return ", as it would at $%s a share".formatted(price.toPlainString());
    }

    private static TradedSecurity security(PlanView view, int position) {
        return view.problem.securities.get(view.problem.positions.security[position]);
    }
}
