package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says why a request cannot be met: account, amount, and what stands in the way (specification §2.7). */
final class Shortfall {

    /** A mix of plans is met to far less. */
    private static final double HALF_A_CENT = 0.5;

    private final HouseholdProblem problem;
    private final Plan plan;
    private final PlanValue value;
    private final LotStack stack;
    private final List<Obstacle> obstacles = new ArrayList<>();

    private Shortfall(HouseholdProblem problem, Plan plan, PlanValue value, LotStack stack) {
        this.problem = problem;
        this.plan = plan;
        this.value = value;
        this.stack = stack;
    }

    static Shortfall of(Limited limited, Plan plan, PlanValue value) {
        Solution solution = limited.priced();
        var shortfall = new Shortfall(solution.problem, plan, value, solution.stack);
        for (int account = 0; account < value.endCash.length; account++) shortfall.cash(account);
        for (int call = 0; call < solution.problem.calls.amount.length; call++) shortfall.call(call);
        shortfall.obstacles.addAll(limited.obstacles());
        if (limited.isWithin()) shortfall.exceeded(solution);
        PlanValue fractional = solution.value(limited.plan());
        if (fractional.hardBreach > 1) shortfall.bands(fractional);
        return shortfall;
    }

    private void exceeded(Solution solution) {
        for (PlanLimit limit : PlanLimit.of(problem))
            if (!limit.isDrift() && !limit.isKept(solution, plan))
                obstacles.add(limit.exceeded(problem, limit.amount(solution, plan)));
    }

    List<Obstacle> obstacles() {
        return obstacles;
    }

    /** Empty when nothing is missing. */
    String reason() {
        return String.join(". ", obstacles.stream().map(Obstacle::sentence).toList());
    }

    private void cash(int account) {
        double end = value.endCash[account];
        double missing = CashCurve.missing(end);
        double breached = CashCurve.breached(problem, account, end);
        if (missing + breached < HALF_A_CENT) return;
        obstacles.add(new Obstacle.AccountShort(
                problem.accounts.get(account).id(),
                Cents.dollars(problem.need[account]),
                Cents.dollars(missing),
                Cents.dollars(problem.reserve[account]),
                Cents.dollars(breached),
                "cash %s, %s can be sold%s"
                        .formatted(
                                Cents.text(problem.cash[account]),
                                Cents.text(sellable(account)),
                                blocked(account, missing + breached))));
    }

    private void call(int number) {
        double missing = problem.calls.missing(plan.drawn, number);
        if (missing < 1) return;
        CashCall call = problem.calls.call.get(number);
        List<String> payers = new ArrayList<>();
        var remedy = new StringBuilder();
        for (int source = problem.calls.start[number]; source < problem.calls.start[number + 1]; source++) {
            int account = problem.calls.sourceAccount[source];
            payers.add(problem.accounts.get(account).id());
            remedy.append(blocked(account, missing));
        }
        obstacles.add(new Obstacle.CallUnpaid(
                call.id(),
                call.kind(),
                payers,
                Cents.dollars(problem.calls.amount[number]),
                Cents.dollars(missing),
                remedy.toString()));
    }

    private double sellable(int account) {
        double[] sellable = stack.sellable();
        double cents = 0;
        for (int position = 0; position < sellable.length; position++)
            if (problem.positions.account[position] == account) cents += sellable[position];
        return cents;
    }

    /** What a cap by volume keeps, added by symbol. */
    private void addCapped(int account, Map<String, Double> unsold) {
        if (problem.policy.limits().volumeShare() == null) return;
        double[] sellable = stack.sellable();
        for (int position = 0; position < sellable.length; position++) {
            if (problem.positions.account[position] != account) continue;
            double kept = -sellable[position];
            for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++)
                if (stack.isSellable(lot)) kept += problem.lots.cents[lot];
            String symbol =
                    problem.securities.get(problem.positions.security[position]).symbol();
            if (kept > 0) unsold.merge(symbol + " is beyond its volume", kept, Double::sum);
        }
    }

    /** Lots that may soon be long-term and wait. */
    private void addWaiting(int account, Map<String, Double> unsold) {
        for (int position = 0; position < problem.positions.count; position++)
            for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++)
                if (problem.positions.account[position] == account
                        && problem.lots.sellable[lot]
                        && !stack.isSellable(lot))
                    unsold.merge(
                            problem.lots.lot.get(lot).symbol() + " is near long-term",
                            problem.lots.cents[lot],
                            Double::sum);
    }

    private String blocked(int account, double missing) {
        Map<String, Double> unsold = new TreeMap<>();
        for (TaxLot lot : problem.accounts.get(account).lots()) {
            String reason =
                    problem.accounts.get(account).tradable() ? lot.blocked() : "in an account that cannot trade";
            if (reason != null) unsold.merge(lot.symbol() + " is " + reason, cents(lot), Double::sum);
        }
        addCapped(account, unsold);
        addWaiting(account, unsold);
        var text = new StringBuilder();
        unsold.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> text.append("; %s of %s, its release would%s be enough"
                        .formatted(
                                Cents.text(entry.getValue()),
                                entry.getKey(),
                                entry.getValue() < missing ? " not" : "")));
        return text.toString();
    }

    private double cents(TaxLot lot) {
        return problem.securities.stream()
                .filter(security -> security.symbol().equals(lot.symbol()))
                .mapToDouble(security -> Cents.of(security.price().multiply(lot.quantity())))
                .sum();
    }

    private void bands(PlanValue fractional) {
        for (int tier = 0; tier < problem.classes.size(); tier++)
            band(problem.classes.get(tier).id(), problem.classBand[tier], fractional.endClass[tier]);
        for (int security = 0; security < problem.securities.size(); security++)
            band(
                    problem.securities.get(security).symbol(),
                    problem.securityBand[security],
                    fractional.endSecurity[security]);
        band("Cash", problem.cashBand, Arrays.stream(fractional.endCash).sum());
    }

    private void band(String name, DriftCurve.Band band, double end) {
        if (band.price() != Tiers.HARD_BAND) return;
        double outside = Math.max(band.low() - end, end - band.high());
        if (outside > 1) obstacles.add(new Obstacle.OutsideBand(name, Cents.dollars(outside)));
    }
}
