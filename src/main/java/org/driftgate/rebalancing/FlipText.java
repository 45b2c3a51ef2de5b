package org.driftgate.rebalancing;

import java.util.Locale;

/** What would turn a trade around. */
final class FlipText {

    private FlipText() {}

    /** The limit is what cash is worth more than the holding, less what a sale costs or earns beside the lot's price. */
    static String sale(PlanView view, int position, int lot) {
        double price = view.solution.stack.key(lot, view.solution.wash().of(position));
        double most = view.cashPrice(position) - view.holdingPrice(position) - (view.sale(position, lot) - price);
        return String.format(
                Locale.US,
                "would not be sold if its %s exceeded %s per dollar; it is %s",
                parts(view, position, lot),
                perDollar(most),
                perDollar(price));
    }

    /** What a lot's price is made of. */
    private static String parts(PlanView view, int position, int lot) {
        HouseholdProblem problem = view.problem;
        WashChoice choice = view.solution.wash().of(position);
        int unit = problem.unitOf[problem.positions.account[position]];
        double counted = problem.lots.taxed[lot] ? view.solution.stack.counted(lot, choice) : 0;
        var parts = new StringBuilder("tax");
        if (problem.securities
                        .get(problem.positions.security[position])
                        .redemptionFee()
                        .signum()
                > 0) parts.append(" and fee");
        if (view.solution.stack.waiting(lot) > 0) parts.append(" and price of waiting");
        if (view.solution.prices.budget()[unit] * counted != 0) parts.append(" and price of the gains budget");
        if (choice.freezesLosses() && problem.lots.loss[lot]) parts.append(" and price of a wash sale");
        return parts.toString();
    }

    static String purchase(PlanView view, int position) {
        double most = view.holdingPrice(position) - view.cashPrice(position);
        double price = view.solution.network.curve.purchase(position);
        return String.format(
                Locale.US,
                "would not be bought if it cost more than %s per dollar; it costs %s",
                perDollar(most),
                perDollar(price));
    }

    /** Four decimals, never "-0.0000". */
    private static String perDollar(double price) {
        double shown = Math.abs(price) < 0.00005 ? 0 : price;
        return String.format(Locale.US, "%.4f", shown);
    }
}
