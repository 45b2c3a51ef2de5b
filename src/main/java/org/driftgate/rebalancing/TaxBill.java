package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.shared.Money;

/**
 * What the lot sales of a plan realise and add to this year's tax, counted in decimal dollars from the sales alone; a
 * check on the solver and the figure a person is shown. {@code added}: the results by tax unit.
 */
record TaxBill(BigDecimal realized, BigDecimal tax, Map<String, CapitalGains> added) {

    /** What the sales add to the tax of one unit. */
    Money taxOf(TaxPosition unit) {
        return tax(unit, added.getOrDefault(unit.id(), CapitalGains.NONE));
    }

    static TaxBill of(RebalancingRequest request, List<LotSale> sales) {
        Map<String, String> unitOf = new HashMap<>();
        for (TradedAccount account : request.accounts())
            if (account.taxable()) unitOf.put(account.id(), account.taxUnit());
        Map<String, CapitalGains> added = new HashMap<>();
        for (LotSale sale : sales) {
            String unit = unitOf.get(sale.account());
            if (unit != null) added.merge(unit, gains(sale), CapitalGains::plus);
        }
        Money realized = added.values().stream().map(CapitalGains::total).reduce(Money.ZERO, Money::plus);
        Money tax = request.taxUnits().stream()
                .map(unit -> tax(unit, added.getOrDefault(unit.id(), CapitalGains.NONE)))
                .reduce(Money.ZERO, Money::plus);
        return new TaxBill(realized.amount(), tax.amount(), added);
    }

    /** An unknown basis is a full gain; what a wash sale takes of a loss does not count. */
    static CapitalGains gains(LotSale sale) {
        BigDecimal known = sale.gain();
        Money gain = Money.usd(known == null ? sale.proceeds() : known.add(sale.disallowed()));
        return sale.longTerm() ? new CapitalGains(Money.ZERO, gain) : new CapitalGains(gain, Money.ZERO);
    }

    private static Money tax(TaxPosition unit, CapitalGains added) {
        var before = new CapitalGains(Money.usd(unit.shortSoFar()), Money.usd(unit.longSoFar()));
        return before.plus(added)
                .tax(unit.shortRate(), unit.longRate())
                .minus(before.tax(unit.shortRate(), unit.longRate()));
    }
}
