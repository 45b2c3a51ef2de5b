package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * An account as the rebalancer sees it, money in dollars. {@code taxable} is false where nothing is realised for tax: IRA
 * (IRC §408(e)(1)), Roth (§408A), 401(k) (§501(a)). {@code tradable} is false for held-away accounts and for
 * states in which nothing may trade: it counts in the weights only. {@code need} leaves the account inside the horizon,
 * {@code reserve} must stay; {@code drag} is the yearly tax cost per dollar of holding a class here. {@code barred}
 * names, by symbol, the rule that forbids a purchase here (no-buy, screen, universe); {@code fractional}: the custodian
 * trades fractions of every security.
 */
public record TradedAccount(
        String id,
        String taxUnit,
        boolean taxable,
        boolean tradable,
        BigDecimal cash,
        BigDecimal need,
        BigDecimal reserve,
        Map<String, BigDecimal> drag,
        List<TaxLot> lots,
        Map<String, String> barred,
        boolean fractional) {

    public TradedAccount {
        drag = Map.copyOf(drag);
        lots = List.copyOf(lots);
        barred = Map.copyOf(barred);
    }

    /** In whole shares, nothing barred. */
    public TradedAccount(
            String id,
            String taxUnit,
            boolean taxable,
            boolean tradable,
            BigDecimal cash,
            BigDecimal need,
            BigDecimal reserve,
            Map<String, BigDecimal> drag,
            List<TaxLot> lots) {
        this(id, taxUnit, taxable, tradable, cash, need, reserve, drag, lots, Map.of(), false);
    }

    public TradedAccount withBarred(Map<String, String> rules) {
        return new TradedAccount(id, taxUnit, taxable, tradable, cash, need, reserve, drag, lots, rules, fractional);
    }

    public TradedAccount withFractional(boolean fractions) {
        return new TradedAccount(id, taxUnit, taxable, tradable, cash, need, reserve, drag, lots, barred, fractions);
    }
}
