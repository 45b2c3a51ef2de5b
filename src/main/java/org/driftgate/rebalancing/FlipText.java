package org.driftgate.rebalancing;

import java.util.Locale;

/** What would turn a trade around, the rest of the household as it is. */
final class FlipText {

    private static final String OTHERWISE = "whole shares, minimum trades or a limit on the whole plan decide";

    private static final String NO_PRICE =
            "no price would turn it around: a need, a reserve or a hard band asks for it";

    private FlipText() {}

    /** The limit of a lot's price is that of the sale, less what a sale costs or earns beside the lot. */
    static String sale(PlanView view, int position, int lot) {
        double price = LotPriceText.of(view, position, lot);
        double beside = view.sale(position, lot) - price;
        double most = Math.min(view.limit(position, false) - beside, LotPriceText.next(view, position, lot));
        if (most >= 1) return NO_PRICE;
        if (Margin.of(most, price) == Margin.SHORT)
            return "by itself it would stay: " + stays(view, position, lot, most);
        return (view.problem.lots.taxed[lot] ? taxed(view, position, lot, most) : untaxed(most, price))
                + drift(-view.holdingPrice(position), price + beside - view.cashPrice(position));
    }

    private static String taxed(PlanView view, int position, int lot, double most) {
        double price = LotPriceText.of(view, position, lot);
        String parts = LotPriceText.parts(view, position, lot);
        if (Margin.of(most, price) == Margin.NONE)
            return said("less would be sold if the %s exceeded the %s per dollar of today", parts, perDollar(price));
        return said(
                "less would be sold if the %s exceeded %s per dollar; it is %s%s",
                parts, perDollar(most), perDollar(price), LotPriceText.security(view, position, lot, most - price));
    }

    private static String untaxed(double most, double price) {
        return Margin.of(most, price) == Margin.NONE
                ? "less would be sold if selling cost more"
                : said("less would be sold if selling cost %s per dollar more", perDollar(most - price));
    }

    private static String stays(PlanView view, int position, int lot, double most) {
        double price = LotPriceText.of(view, position, lot);
        String why = why(view, position, lot);
        if (!view.problem.lots.taxed[lot])
            return said("selling costs %s per dollar more than it is worth; %s", perDollar(price - most), why);
        String parts = LotPriceText.parts(view, position, lot);
        return said("the %s is %s per dollar, and it is worth %s; %s", parts, perDollar(price), perDollar(most), why);
    }

    private static String why(PlanView view, int position, int lot) {
        boolean goes = view.solution.wash().of(position) == WashChoice.CLEAR && view.problem.lots.recent[lot];
        return goes ? "what was bought lately goes whole, so that losses count" : OTHERWISE;
    }

    /**
     * The price of drift below which the trade would not be made, at today's price of cash: what the trade costs beyond
     * what cash earns (specification §7). Nothing where drift has no price here, or the trade would be made without one.
     */
    private static String drift(double price, double least) {
        if (price < 0.00005 || least < 0.00005) return "";
        return "; or if a dollar of its drift were priced below " + perDollar(Math.min(price, least));
    }

    static String purchase(PlanView view, int position) {
        double most = view.limit(position, true);
        double price = view.solution.network.curve.purchase(position);
        if (most >= 1) return NO_PRICE;
        String turnover = view.solution.stack.turnover() > 0 ? " with the price of the turnover limit" : "";
        String drift = drift(view.holdingPrice(position), price + view.cashPrice(position));
        return switch (Margin.of(most, price)) {
            case ROOM ->
                said(
                                "less would be bought if it cost more than %s per dollar; it costs %s%s",
                                perDollar(most), perDollar(price), turnover)
                        + drift;
            case NONE ->
                said("less would be bought if it cost more than the %s per dollar of today", perDollar(price)) + drift;
            case SHORT ->
                said(
                        "by itself it would not be bought: it costs %s per dollar and is worth %s; %s",
                        perDollar(price), perDollar(most), OTHERWISE);
        };
    }

    private static String said(String pattern, Object... values) {
        return String.format(Locale.US, pattern, values);
    }

    /** Four decimals, never "-0.0000". */
    private static String perDollar(double price) {
        double shown = Math.abs(price) < 0.00005 ? 0 : price;
        return String.format(Locale.US, "%.4f", shown);
    }

    /** How a limit stands to the price it is held against, as far as four decimals show it. */
    private enum Margin {
        ROOM,
        NONE,
        SHORT;

        static Margin of(double limit, double price) {
            int side = Long.compare(Math.round(limit * 10_000), Math.round(price * 10_000));
            return side > 0 ? ROOM : side < 0 ? SHORT : NONE;
        }
    }
}
