package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What wash sales take of the losses of a plan: shares bought in the last 30 days that stay and shares that the plan buys. */
final class WashedLosses {

    private final Set<String> taxable = new HashSet<>();
    private final Map<String, Integer> group = new HashMap<>();
    private final Map<List<String>, LocalDate> acquired = new HashMap<>();
    private final Map<List<String>, BigDecimal> sold = new HashMap<>();
    private final WashLedger<Integer> ledger;

    /** Writes into the sales what of their losses does not count; with the quantity of each position's ticket. */
    static void mark(PlanView view, List<LotSale> sales, BigDecimal[] tickets) {
        if (sales.stream().noneMatch(WashedLosses::isLoss)) return;
        var washed = new WashedLosses(view, sales, tickets);
        IntStream.range(0, sales.size())
                .boxed()
                .filter(index -> isLoss(sales.get(index)))
                .sorted(Comparator.comparing((Integer index) -> washed.acquired(sales.get(index)))
                        .thenComparing(index -> sales.get(index).account())
                        .thenComparing(index -> sales.get(index).lot()))
                .forEach(index -> sales.set(index, washed.marked(sales.get(index))));
    }

    private WashedLosses(PlanView view, List<LotSale> sales, BigDecimal[] tickets) {
        HouseholdProblem problem = view.problem;
        ledger = new WashLedger<>(problem.request.asOf());
        for (int security = 0; security < problem.securities.size(); security++)
            group.put(problem.securities.get(security).symbol(), view.solution.groups.groupOf[security]);
        for (LotSale sale : sales) sold.put(key(sale), sale.quantity());
        problem.accounts.forEach(this::kept);
        for (int position = 0; position < tickets.length; position++)
            if (view.plan.bought[position] > 0)
                ledger.bought(
                        group(problem.securities
                                .get(problem.positions.security[position])
                                .symbol()),
                        problem.request.asOf(),
                        tickets[position]);
        for (String symbol : problem.request.wash().bought()) ledger.boughtUnknown(group(symbol));
    }

    private static boolean isLoss(LotSale sale) {
        BigDecimal gain = sale.gain();
        return gain != null && gain.signum() < 0;
    }

    private LotSale marked(LotSale sale) {
        BigDecimal gain = sale.gain();
        if (gain == null || !taxable.contains(sale.account())) return sale;
        return sale.disallowing(ledger.disallowed(group(sale.symbol()), sale.quantity(), gain));
    }

    private void kept(TradedAccount account) {
        if (account.taxable()) taxable.add(account.id());
        for (TaxLot lot : account.lots()) {
            List<String> key = List.of(account.id(), lot.id());
            acquired.put(key, lot.acquired());
            ledger.bought(
                    group(lot.symbol()),
                    lot.acquired(),
                    lot.quantity().subtract(sold.getOrDefault(key, BigDecimal.ZERO)));
        }
    }

    private LocalDate acquired(LotSale sale) {
        return acquired.getOrDefault(key(sale), LocalDate.MIN);
    }

    private static List<String> key(LotSale sale) {
        return List.of(sale.account(), sale.lot());
    }

    private int group(String symbol) {
        return group.getOrDefault(symbol, -1);
    }
}
