package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.driftgate.shared.Side;
import org.jspecify.annotations.Nullable;

/** Puts the cents of a plan back into shares: one ticket per position and what it takes from each lot. */
final class Tickets {

    private static final int DECIMALS = 6;

    final List<ProposedTrade> trades = new ArrayList<>();
    final List<LotSale> sales = new ArrayList<>();
    private final HouseholdProblem problem;
    private final Plan plan;
    final TaxBill bill;
    private final TradeReasons reasons;
    private final BigDecimal[] quantity;
    /** The sales of position p are those from salesStart[p] up to salesStart[p + 1]. */
    private final int[] salesStart;

    Tickets(PlanView view) {
        problem = view.problem;
        plan = view.plan;
        quantity = new BigDecimal[problem.positions.count];
        salesStart = new int[quantity.length + 1];
        for (int position = 0; position < quantity.length; position++) {
            quantity[position] = quantity(position);
            salesStart[position + 1] = sales.size();
        }
        WashedLosses.mark(view, sales, quantity);
        bill = TaxBill.of(problem.request, sales);
        reasons = new TradeReasons(view, bill);
        for (int position = 0; position < quantity.length; position++)
            if (quantity[position].signum() > 0) add(position, quantity[position]);
    }

    private BigDecimal quantity(int position) {
        double sold = plan.sold(problem, position);
        double bought = plan.bought[position];
        TradedSecurity security = problem.securities.get(problem.positions.security[position]);
        if (sold > 0.5) return lotSales(position, security, ticket(position, sold, security));
        return bought > 0.5 ? whole(position, shares(bought, security)) : BigDecimal.ZERO;
    }

    private void add(int position, BigDecimal shares) {
        TradedSecurity security = problem.securities.get(problem.positions.security[position]);
        String account = account(position);
        CapitalGains gains = gains(position);
        trades.add(new ProposedTrade(
                account,
                security.symbol(),
                plan.bought[position] > 0 ? Side.BUY : Side.SELL,
                shares,
                security.price(),
                shares.multiply(security.price()).setScale(2, RoundingMode.HALF_EVEN),
                gains.shortTerm().amount(),
                gains.longTerm().amount(),
                reasons.of(position, shares, sales.subList(salesStart[position], salesStart[position + 1]))));
    }

    private String account(int position) {
        return problem.accounts.get(problem.positions.account[position]).id();
    }

    /** Taxable results of the lots of a ticket. */
    private CapitalGains gains(int position) {
        if (!problem.accounts.get(problem.positions.account[position]).taxable()) return CapitalGains.NONE;
        CapitalGains gains = CapitalGains.NONE;
        for (int sale = salesStart[position]; sale < salesStart[position + 1]; sale++)
            gains = gains.plus(TaxBill.gains(sales.get(sale)));
        return gains;
    }

    /** What a sale of some cents is in shares: whole lots exactly, where only whole shares trade all that is held. */
    private BigDecimal ticket(int position, double sold, TradedSecurity security) {
        BigDecimal all = BigDecimal.ZERO;
        boolean everything = true;
        for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++) {
            if (plan.sold[lot] <= 0 && !problem.isWhole(position)) continue;
            everything &= plan.sold[lot] >= problem.lots.cents[lot];
            all = all.add(problem.lots.lot.get(lot).quantity());
        }
        return everything ? all : whole(position, shares(sold, security));
    }

    private BigDecimal whole(int position, BigDecimal shares) {
        return problem.isWhole(position) ? shares.setScale(0, RoundingMode.HALF_EVEN) : shares;
    }

    /**
     * The shares of a ticket lot by lot: a lot sold whole gives all it has, parts make up the ticket; what cents and
     * shares round apart moves to the last lots that can take it. Gives the ticket that the lots add up to.
     */
    private BigDecimal lotSales(int position, TradedSecurity security, BigDecimal ticket) {
        int start = problem.positions.lotStart[position];
        BigDecimal[] parts = new BigDecimal[problem.positions.lotStart[position + 1] - start];
        BigDecimal left = ticket;
        for (int index = 0; index < parts.length; index++) {
            parts[index] = part(start + index, security);
            left = left.subtract(parts[index]);
        }
        for (int pass = 0; pass < 2; pass++)
            for (int index = parts.length - 1; index >= 0 && left.signum() != 0; index--) {
                boolean whole = plan.sold[start + index] >= problem.lots.cents[start + index];
                if (parts[index].signum() == 0 || whole != (pass == 1)) continue;
                BigDecimal most = problem.lots.lot.get(start + index).quantity();
                BigDecimal moved =
                        parts[index].add(left).max(BigDecimal.ZERO).min(most).subtract(parts[index]);
                parts[index] = parts[index].add(moved);
                left = left.subtract(moved);
            }
        for (int index = 0; index < parts.length; index++)
            if (parts[index].signum() > 0)
                sales.add(sale(
                        account(position), problem.lots.lot.get(start + index), start + index, security, parts[index]));
        return ticket.subtract(left);
    }

    private BigDecimal part(int lot, TradedSecurity security) {
        if (plan.sold[lot] <= 0) return BigDecimal.ZERO;
        BigDecimal all = problem.lots.lot.get(lot).quantity();
        return plan.sold[lot] >= problem.lots.cents[lot]
                ? all
                : sharesOf(lot, security).min(all);
    }

    private BigDecimal sharesOf(int lot, TradedSecurity security) {
        return shares(plan.sold[lot], security);
    }

    private LotSale sale(String account, TaxLot lot, int index, TradedSecurity security, BigDecimal part) {
        BigDecimal proceeds = part.multiply(security.price()).setScale(2, RoundingMode.HALF_EVEN);
        BigDecimal cost = cost(lot, part);
        BigDecimal gain = cost == null ? null : proceeds.subtract(cost);
        return new LotSale(
                account,
                lot.id(),
                lot.symbol(),
                part,
                proceeds,
                cost,
                gain,
                problem.lots.longTerm[index],
                BigDecimal.ZERO);
    }

    private static @Nullable BigDecimal cost(TaxLot lot, BigDecimal part) {
        BigDecimal basis = lot.basis();
        return basis == null ? null : basis.multiply(part).divide(lot.quantity(), 2, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal shares(double cents, TradedSecurity security) {
        return BigDecimal.valueOf(cents).movePointLeft(2).divide(security.price(), DECIMALS, RoundingMode.HALF_EVEN);
    }
}
