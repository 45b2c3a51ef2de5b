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

    Tickets(PlanView view) {
        problem = view.problem;
        plan = view.plan;
        quantity = new BigDecimal[problem.positions.count];
        for (int position = 0; position < quantity.length; position++) quantity[position] = quantity(position);
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
        return bought > 0.5 ? whole(shares(bought, security), security) : BigDecimal.ZERO;
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
                reasons.of(position, shares)));
    }

    private String account(int position) {
        return problem.accounts.get(problem.positions.account[position]).id();
    }

    /** Taxable results of the lots of a ticket. */
    private CapitalGains gains(int position) {
        if (!problem.accounts.get(problem.positions.account[position]).taxable()) return CapitalGains.NONE;
        String symbol =
                problem.securities.get(problem.positions.security[position]).symbol();
        return sales.stream()
                .filter(sale -> sale.account().equals(account(position))
                        && sale.symbol().equals(symbol))
                .map(TaxBill::gains)
                .reduce(CapitalGains.NONE, CapitalGains::plus);
    }

    /** What a sale of some cents is in shares: all there is, or whole shares where fractions cannot trade. */
    private BigDecimal ticket(int position, double sold, TradedSecurity security) {
        BigDecimal all = BigDecimal.ZERO;
        boolean everything = true;
        for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++) {
            if (plan.sold[lot] <= 0) continue;
            everything &= plan.sold[lot] >= problem.lots.cents[lot];
            all = all.add(problem.lots.lot.get(lot).quantity());
        }
        return everything ? all : whole(shares(sold, security), security);
    }

    private BigDecimal whole(BigDecimal shares, TradedSecurity security) {
        boolean rounds = problem.policy.wholeShares() && !security.fractional();
        return rounds ? shares.setScale(0, RoundingMode.HALF_EVEN) : shares;
    }

    /** The shares of a ticket lot by lot: a lot sold whole gives all it has, the last part makes up the ticket. */
    private BigDecimal lotSales(int position, TradedSecurity security, BigDecimal ticket) {
        String account = account(position);
        BigDecimal left = ticket;
        int partial = -1;
        for (int index = problem.positions.lotStart[position];
                index < problem.positions.lotStart[position + 1];
                index++) {
            if (plan.sold[index] <= 0) continue;
            boolean all = plan.sold[index] >= problem.lots.cents[index];
            if (!all && partial >= 0)
                left = left.subtract(sell(account, partial, security, sharesOf(partial, security)));
            if (!all) partial = index;
            else
                left = left.subtract(sell(
                        account, index, security, problem.lots.lot.get(index).quantity()));
        }
        if (partial >= 0 && left.signum() > 0) sell(account, partial, security, left);
        return ticket;
    }

    private BigDecimal sharesOf(int lot, TradedSecurity security) {
        return shares(plan.sold[lot], security);
    }

    private BigDecimal sell(String account, int index, TradedSecurity security, BigDecimal part) {
        sales.add(sale(account, problem.lots.lot.get(index), index, security, part));
        return part;
    }

    private LotSale sale(String account, TaxLot lot, int index, TradedSecurity security, BigDecimal part) {
        BigDecimal proceeds = part.multiply(security.price()).setScale(2, RoundingMode.HALF_EVEN);
        BigDecimal cost = cost(lot, part);
        BigDecimal gain = cost == null ? null : proceeds.subtract(cost);
        return new LotSale(account, lot.id(), lot.symbol(), part, proceeds, cost, gain, problem.lots.longTerm[index]);
    }

    private static @Nullable BigDecimal cost(TaxLot lot, BigDecimal part) {
        BigDecimal basis = lot.basis();
        return basis == null ? null : basis.multiply(part).divide(lot.quantity(), 2, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal shares(double cents, TradedSecurity security) {
        return BigDecimal.valueOf(cents).movePointLeft(2).divide(security.price(), DECIMALS, RoundingMode.HALF_EVEN);
    }
}
