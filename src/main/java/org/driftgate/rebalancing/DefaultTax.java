package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.List;

/** What the custodian's default, first in, first out, would add to the netted tax of a household's tax units. */
final class DefaultTax {

    private final HouseholdProblem problem;
    private final NettedTax[] netted;
    /** Year to date with the whole plan, in cents. */
    private final double[] shortTotal;

    private final double[] longTotal;

    DefaultTax(HouseholdProblem problem, TaxBill bill) {
        this.problem = problem;
        int units = problem.units.size();
        netted = new NettedTax[units];
        shortTotal = new double[units];
        longTotal = new double[units];
        for (int unit = 0; unit < units; unit++) {
            TaxPosition position = problem.units.get(unit);
            CapitalGains added = bill.added().getOrDefault(position.id(), CapitalGains.NONE);
            netted[unit] = NettedTax.owed(position);
            shortTotal[unit] =
                    Cents.of(position.shortSoFar()) + Cents.of(added.shortTerm().amount());
            longTotal[unit] =
                    Cents.of(position.longSoFar()) + Cents.of(added.longTerm().amount());
        }
    }

    /** In dollars for one ticket, all others as they are; zero where a wash sale takes of its losses. */
    BigDecimal difference(int position, BigDecimal quantity, List<LotSale> sales) {
        boolean washes = sales.stream().anyMatch(sale -> sale.disallowed().signum() != 0);
        if (washes || !problem.accounts.get(problem.positions.account[position]).taxable()) return Cents.dollars(0);
        int unit = problem.unitOf[problem.positions.account[position]];
        double young = shortTotal[unit];
        double old = longTotal[unit];
        for (LotSale sale : sales) {
            CapitalGains gains = TaxBill.gains(sale);
            young -= Cents.of(gains.shortTerm().amount());
            old -= Cents.of(gains.longTerm().amount());
        }
        for (DefaultDisposal.Part part : byDefault(position, quantity)) {
            if (part.longTerm()) old += Cents.of(part.gain());
            else young += Cents.of(part.gain());
        }
        return Cents.dollars(netted[unit].shown(young, old) - netted[unit].shown(shortTotal[unit], longTotal[unit]));
    }

    private List<DefaultDisposal.Part> byDefault(int position, BigDecimal quantity) {
        List<TaxLot> lots = problem.lots.lot.subList(
                problem.positions.lotStart[position], problem.positions.lotStart[position + 1]);
        BigDecimal price =
                problem.securities.get(problem.positions.security[position]).price();
        return DefaultDisposal.firstInFirstOut(lots, quantity, price, problem.request.asOf());
    }
}
