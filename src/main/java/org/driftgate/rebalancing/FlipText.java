package org.driftgate.rebalancing;

import java.util.Locale;

/** What would turn a trade around. */
final class FlipText {

    private FlipText() {}

    static String sale(PlanView view, int position, int lot) {
        int security = view.problem.positions.security[position];
        double most = view.cashPrice(position) - view.holdingPrice(position) - view.problem.cost[security];
        double price = view.solution.stack.key(lot, view.solution.wash().of(position));
        return String.format(
                Locale.US, "would not be sold if its tax exceeded %.4f per dollar; it is %.4f", most, price);
    }

    static String purchase(PlanView view, int position) {
        double most = view.holdingPrice(position) - view.cashPrice(position);
        double price = view.solution.network.curve.purchase(position);
        return String.format(
                Locale.US, "would not be bought if it cost more than %.4f per dollar; it costs %.4f", most, price);
    }
}
