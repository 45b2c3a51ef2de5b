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
                "would not be sold if the %s exceeded %s per dollar; it is %s%s",
                parts(view, position, lot),
                perDollar(most),
                perDollar(price),
                drift(-view.holdingPrice(position), view.sale(position, lot) - view.cashPrice(position)));
    }

    /**
     * The price of drift below which the trade would not be made, at today's price of cash: what the trade costs beyond
     * what cash earns (specification §7). Nothing where drift has no price here, or the trade would be made without one.
     */
    private static String drift(double price, double least) {
        if (price < 0.00005 || least < 0.00005) return "";
        return "; nor if a dollar of its drift were priced below " + perDollar(Math.min(price, least));
    }

    /** What a lot's price is made of. */
    private static String parts(PlanView view, int position, int lot) {
        HouseholdProblem problem = view.problem;
        WashChoice choice = view.solution.wash().of(position);
        int unit = problem.unitOf[problem.positions.account[position]];
        double counted = problem.lots.taxed[lot] ? view.solution.stack.counted(lot, choice) : 0;
        var parts = new StringBuilder("price of its gain");
        if (problem.securities
                        .get(problem.positions.security[position])
                        .redemptionFee()
                        .signum()
                > 0) parts.append(" and of its fee");
        if (view.solution.stack.waiting(lot) > 0) parts.append(" and of waiting");
        if (view.solution.prices.budget()[unit] * counted != 0) parts.append(" and of the gains budget");
        if (choice.freezesLosses() && problem.lots.loss[lot]) parts.append(" and of a wash sale");
        return parts.toString();
    }

    static String purchase(PlanView view, int position) {
        double most = view.holdingPrice(position) - view.cashPrice(position);
        double price = view.solution.network.curve.purchase(position);
        return String.format(
                Locale.US,
                "would not be bought if it cost more than %s per dollar; it costs %s%s",
                perDollar(most),
                perDollar(price),
                drift(view.holdingPrice(position), price + view.cashPrice(position)));
    }

    /** Four decimals, never "-0.0000". */
    private static String perDollar(double price) {
        double shown = Math.abs(price) < 0.00005 ? 0 : price;
        return String.format(Locale.US, "%.4f", shown);
    }
}
