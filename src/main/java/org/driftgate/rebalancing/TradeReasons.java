package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns plan and potentials into reasons (specification §7); every number comes from the plan, none from text. */
final class TradeReasons {

    private final PlanView view;
    private final HouseholdProblem problem;
    private final ReasonCodes codes;
    private final TaxShares tax;
    private final DefaultTax byDefault;

    TradeReasons(PlanView view, TaxBill bill) {
        this.view = view;
        problem = view.problem;
        codes = new ReasonCodes(view);
        tax = new TaxShares(view, bill);
        byDefault = new DefaultTax(problem, bill);
    }

    /** {@code sales} are those of the ticket. */
    TradeReason of(int position, BigDecimal quantity, List<LotSale> sales) {
        boolean buys = view.plan.bought[position] > 0;
        double amount = buys ? view.plan.bought[position] : view.plan.sold(problem, position);
        int last = buys ? -1 : dearestSold(position);
        double drift = view.driftRemoved(position);
        double cost = problem.cost[problem.positions.security[position]] * amount;
        return new TradeReason(
                codes.of(position),
                sentence(position, quantity, amount, cost, drift),
                Cents.dollars(tax.of(position)),
                Cents.dollars(tax.ofShortTerm(position)),
                Cents.dollars(tax.of(position) - tax.ofShortTerm(position)),
                Cents.dollars(cost),
                Cents.dollars(drift),
                view.cashPrice(position),
                view.holdingPrice(position),
                saving(position, last),
                last < 0 ? "" : alternative(position, last),
                last < 0 ? FlipText.purchase(view, position) : FlipText.sale(view, position, last),
                last < 0 ? BigDecimal.ZERO.setScale(2) : byDefault.difference(position, quantity, sales));
    }

    private int dearestSold(int position) {
        int dearest = -1;
        for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++) {
            if (view.plan.sold[lot] <= 0) continue;
            if (dearest < 0 || view.sale(position, lot) > view.sale(position, dearest)) dearest = lot;
        }
        return dearest;
    }

    private double saving(int position, int lot) {
        double worth = view.cashPrice(position) - view.holdingPrice(position);
        return lot < 0 ? -worth - view.solution.network.curve.purchase(position) : worth - view.sale(position, lot);
    }

    private String sentence(int position, BigDecimal quantity, double amount, double cost, double drift) {
        String symbol =
                problem.securities.get(problem.positions.security[position]).symbol();
        boolean buys = view.plan.bought[position] > 0;
        String what = buys
                ? "Buys %s %s".formatted(plain(quantity), symbol)
                : "Sells %s %s of %s".formatted(plain(quantity), symbol, lots(position));
        String taxed = buys ? "" : taxed(position) + " and ";
        return "%s for %s: %scost %s, %s.".formatted(what, Cents.text(amount), taxed, Cents.text(cost), against(drift));
    }

    private static String against(double drift) {
        if (Math.abs(drift) < 0.5) return "with no change of priced drift";
        return (drift > 0 ? "against drift priced at " : "adding drift priced at ") + Cents.text(Math.abs(drift));
    }

    /** By term where both have a part. */
    private String taxed(int position) {
        double all = tax.of(position);
        double young = tax.ofShortTerm(position);
        if (all == 0 && young == 0) return "tax " + Cents.text(0);
        if (young == 0) return "long-term tax " + Cents.text(all);
        if (young == all) return "short-term tax " + Cents.text(all);
        return "tax %s (%s short-term, %s long-term)"
                .formatted(Cents.text(all), Cents.text(young), Cents.text(all - young));
    }

    private String lots(int position) {
        List<String> days = new ArrayList<>();
        for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++)
            if (view.plan.sold[lot] > 0)
                days.add(problem.lots.lot.get(lot).acquired().toString());
        if (days.size() == 1) return "lot " + days.get(0);
        return days.size() > 3 ? "%d lots".formatted(days.size()) : "lots " + String.join(", ", days);
    }

    /** The next lot kept here, else the cheapest kept of the class elsewhere, and what it would have cost more. */
    private String alternative(int position, int sold) {
        int where = position;
        int lot = cheapestKept(position);
        for (int other = 0; other < problem.positions.count; other++) {
            if (where == position && lot >= 0) break;
            int kept = isSameClass(other, position) ? cheapestKept(other) : -1;
            if (kept < 0 || (lot >= 0 && view.sale(where, lot) <= view.sale(other, kept))) continue;
            lot = kept;
            where = other;
        }
        if (lot < 0) return "";
        double more = (view.sale(where, lot) - view.sale(position, sold)) * view.plan.sold[sold];
        return "lot %s of %s in %s would have cost %s"
                .formatted(
                        problem.lots.lot.get(lot).id(),
                        problem.lots.lot.get(lot).symbol(),
                        problem.accounts.get(problem.positions.account[where]).id(),
                        compared(more));
    }

    private static String compared(double more) {
        if (Math.abs(more) < 0.5) return "the same";
        return Cents.text(Math.abs(more)) + (more > 0 ? " more" : " less, and the whole plan more");
    }

    private boolean isSameClass(int left, int right) {
        return problem.classOf[problem.positions.security[left]] == problem.classOf[problem.positions.security[right]];
    }

    /** Frozen losses are no alternative. */
    private int cheapestKept(int position) {
        int cheapest = -1;
        boolean freezes = view.solution.wash().of(position).freezesLosses();
        for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++) {
            if (view.plan.sold[lot] > 0 || !view.solution.stack.isSellable(lot)) continue;
            if (freezes && problem.lots.loss[lot]) continue;
            if (cheapest < 0 || view.sale(position, lot) < view.sale(position, cheapest)) cheapest = lot;
        }
        return cheapest;
    }

    private static String plain(BigDecimal quantity) {
        NumberFormat grouped = NumberFormat.getNumberInstance(Locale.US);
        grouped.setMaximumFractionDigits(6);
        return grouped.format(quantity);
    }
}
