package org.driftgate.rebalancing.household;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.driftgate.household.Account;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.Position;
import org.driftgate.rebalancing.LotSale;
import org.driftgate.rebalancing.ProposedTrade;
import org.driftgate.rebalancing.Rebalancing;
import org.driftgate.rebalancing.WashMatching;
import org.driftgate.rebalancing.WashMatching.LossSale;
import org.driftgate.rebalancing.WashMatching.Match;
import org.driftgate.rebalancing.WashMatching.Replacement;
import org.driftgate.shared.Side;

/**
 * What a wash sale takes of each loss of a plan: shares bought in the last 30 days that stay, and shares that the plan
 * itself buys, in order of purchase; a replacement share disallows one loss only.
 */
final class DisallowedLosses {

    private final Household household;
    private final Rebalancing plan;
    private final List<Set<String>> identical;
    private final LocalDate day;
    private final Map<String, BigDecimal> sold = new HashMap<>();

    private DisallowedLosses(Household household, Rebalancing plan, List<Set<String>> identical, LocalDate day) {
        this.household = household;
        this.plan = plan;
        this.identical = identical;
        this.day = day;
        for (LotSale sale : plan.lotSales()) sold.merge(sale.lot(), sale.quantity(), BigDecimal::add);
    }

    /** In dollars by lot; a lot without is not named. */
    static Map<String, BigDecimal> of(
            Household household, Rebalancing plan, List<Set<String>> identical, LocalDate day) {
        Set<String> taxable = new HashSet<>();
        for (Account account : household.accounts())
            if (account.registration().gainsAreTaxable())
                taxable.add(account.id().value());
        Map<String, List<LotSale>> losses = new TreeMap<>();
        for (LotSale sale : plan.lotSales())
            if (taxable.contains(sale.account())
                    && sale.gain() != null
                    && sale.gain().signum() < 0)
                losses.computeIfAbsent(sale.symbol(), first -> new ArrayList<>())
                        .add(sale);
        return losses.isEmpty() ? Map.of() : new DisallowedLosses(household, plan, identical, day).match(losses);
    }

    private Map<String, BigDecimal> match(Map<String, List<LotSale>> losses) {
        Map<String, BigDecimal> disallowed = new TreeMap<>();
        Map<Set<String>, List<Replacement>> left = new HashMap<>();
        losses.forEach((symbol, sales) -> {
            Set<String> group = group(symbol);
            List<Replacement> replacements = left.computeIfAbsent(group, this::replacements);
            for (LotSale sale : sales) {
                BigDecimal gain = sale.gain() == null ? BigDecimal.ZERO : sale.gain();
                WashMatching match = WashMatching.of(new LossSale(day, sale.quantity(), gain), replacements);
                if (match.disallowed().signum() > 0) disallowed.put(sale.lot(), match.disallowed());
                match.matches().forEach(one -> use(replacements, one));
            }
        });
        return disallowed;
    }

    private static void use(List<Replacement> replacements, Match match) {
        Replacement bought = match.bought();
        int at = replacements.indexOf(bought);
        BigDecimal rest = bought.quantity().subtract(match.quantity());
        replacements.set(at, new Replacement(bought.date(), rest, bought.cost(), bought.retirement()));
    }

    private Set<String> group(String symbol) {
        Set<String> group = new HashSet<>(Set.of(symbol));
        for (Set<String> pair : identical) if (pair.contains(symbol)) group.addAll(pair);
        return group;
    }

    private List<Replacement> replacements(Set<String> group) {
        List<Replacement> found = new ArrayList<>();
        for (Account account : household.accounts()) {
            boolean retirement = !account.registration().gainsAreTaxable();
            for (Position position : account.positions())
                if (group.contains(position.symbol().value()))
                    for (Lot lot : position.lots()) addLot(lot, retirement, found);
            for (ProposedTrade trade : plan.trades())
                if (trade.side() == Side.BUY
                        && trade.account().equals(account.id().value())
                        && group.contains(trade.symbol()))
                    found.add(new Replacement(day, trade.quantity(), trade.amount(), retirement));
        }
        return found;
    }

    /** Of a recent lot only what the plan keeps replaces anything. */
    private void addLot(Lot lot, boolean retirement, List<Replacement> found) {
        if (lot.acquired().isBefore(day.minusDays(WashMatching.WINDOW_DAYS))) return;
        BigDecimal kept =
                lot.quantity().shares().subtract(sold.getOrDefault(lot.id().value(), BigDecimal.ZERO));
        if (kept.signum() > 0)
            found.add(new Replacement(
                    lot.acquired(), kept, kept.multiply(lot.unitCost().dollars()), retirement));
    }
}
