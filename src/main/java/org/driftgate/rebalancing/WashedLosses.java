package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftgate.rebalancing.WashMatching.LossSale;
import org.driftgate.rebalancing.WashMatching.Match;
import org.driftgate.rebalancing.WashMatching.Replacement;

/**
 * What wash sales take of the losses of a plan: shares bought in the last 30 days that stay and shares that the plan buys
 * replace sold ones, each once. Purchases of unknown size, as the wash history names them, replace all.
 */
final class WashedLosses {

    private final LocalDate day;
    private final Set<String> taxable = new HashSet<>();
    private final Map<String, Integer> group = new HashMap<>();
    private final Map<Integer, List<Replacement>> replacements = new HashMap<>();
    private final Set<Integer> unknown = new HashSet<>();
    private final Map<List<String>, BigDecimal> sold = new HashMap<>();

    /** Writes into the sales what of their losses does not count; with the quantity of each position's ticket. */
    static void mark(PlanView view, List<LotSale> sales, BigDecimal[] tickets) {
        if (sales.stream().anyMatch(WashedLosses::isLoss))
            sales.replaceAll(new WashedLosses(view, sales, tickets)::marked);
    }

    private WashedLosses(PlanView view, List<LotSale> sales, BigDecimal[] tickets) {
        HouseholdProblem problem = view.problem;
        day = problem.request.asOf();
        for (int security = 0; security < problem.securities.size(); security++)
            group.put(problem.securities.get(security).symbol(), view.solution.groups.groupOf[security]);
        for (LotSale sale : sales) sold.put(List.of(sale.account(), sale.lot()), sale.quantity());
        problem.accounts.forEach(this::kept);
        for (int position = 0; position < tickets.length; position++)
            if (view.plan.bought[position] > 0)
                replaces(problem.securities.get(problem.positions.security[position]), tickets[position]);
        for (String symbol : problem.request.wash().bought()) unknown.add(CanonicalOrder.at(group, symbol));
    }

    private static boolean isLoss(LotSale sale) {
        BigDecimal gain = sale.gain();
        return gain != null && gain.signum() < 0;
    }

    private LotSale marked(LotSale sale) {
        BigDecimal gain = sale.gain();
        if (gain == null || gain.signum() >= 0 || !taxable.contains(sale.account())) return sale;
        int among = CanonicalOrder.at(group, sale.symbol());
        if (unknown.contains(among)) return sale.disallowing(gain.negate());
        List<Replacement> bought = replacements.getOrDefault(among, List.of());
        WashMatching matching = WashMatching.of(new LossSale(day, sale.quantity(), gain), bought);
        matching.matches().forEach(match -> use(bought, match));
        return sale.disallowing(matching.disallowed());
    }

    private static void use(List<Replacement> bought, Match match) {
        Replacement used = match.bought();
        BigDecimal left = used.quantity().subtract(match.quantity());
        bought.set(bought.indexOf(used), new Replacement(used.date(), left, used.cost(), used.retirement()));
    }

    private void kept(TradedAccount account) {
        if (account.taxable()) taxable.add(account.id());
        for (TaxLot lot : account.lots())
            if (WashMatching.isInWindow(day, lot.acquired()))
                replaces(
                        lot.symbol(),
                        lot.acquired(),
                        lot.quantity().subtract(sold.getOrDefault(List.of(account.id(), lot.id()), BigDecimal.ZERO)));
    }

    private void replaces(TradedSecurity security, BigDecimal shares) {
        replaces(security.symbol(), day, shares);
    }

    private void replaces(String symbol, LocalDate bought, BigDecimal shares) {
        if (shares.signum() <= 0) return;
        replacements
                .computeIfAbsent(CanonicalOrder.at(group, symbol), first -> new ArrayList<>())
                .add(new Replacement(bought, shares, BigDecimal.ZERO, false));
    }
}
