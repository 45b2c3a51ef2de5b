package org.driftgate.rebalancing;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Says why a request cannot be met: account, amount, and what stands in the way (specification §2.7). */
final class Shortfall {

    private final HouseholdProblem problem;
    private final PlanValue value;
    private final LotStack stack;
    private final List<String> sentences = new ArrayList<>();

    private Shortfall(HouseholdProblem problem, PlanValue value, LotStack stack) {
        this.problem = problem;
        this.value = value;
        this.stack = stack;
    }

    /** Empty when nothing is missing. */
    static String reason(HouseholdProblem problem, Limited limited, PlanValue value) {
        var shortfall = new Shortfall(problem, value, limited.priced().stack);
        for (int account = 0; account < value.endCash.length; account++) shortfall.cash(account);
        if (!limited.isWithin())
            shortfall.sentences.add("Raising the cash realizes at least $%s; the gains budget of %s leaves $%s"
                    .formatted(
                            money(limited.gain()),
                            problem.units.get(limited.unit()).id(),
                            problem.units.get(limited.unit()).budget()));
        PlanValue fractional = limited.priced().value(limited.plan());
        if (fractional.hardBreach > 1) shortfall.bands(fractional);
        return String.join(". ", shortfall.sentences);
    }

    private void cash(int account) {
        double end = value.endCash[account];
        double missing = CashCurve.missing(end);
        double breached = CashCurve.breached(problem, account, end);
        if (missing == 0 && breached == 0) return;
        var text = new StringBuilder(problem.accounts.get(account).id()).append(" lacks ");
        if (missing > 0) text.append("$%s of its $%s need".formatted(money(missing), money(problem.need[account])));
        if (missing > 0 && breached > 0) text.append(" and ");
        if (breached > 0)
            text.append("$%s of its $%s reserve".formatted(money(breached), money(problem.reserve[account])));
        text.append(": cash $%s".formatted(money(problem.cash[account])));
        sellable(account, text);
        blocked(account, missing + breached, text);
        sentences.add(text.toString());
    }

    private void sellable(int account, StringBuilder text) {
        double cents = 0;
        for (int position = 0; position < problem.positions.count; position++)
            for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++)
                if (problem.positions.account[position] == account && stack.isSellable(lot))
                    cents += problem.lots.cents[lot];
        text.append(", $%s can be sold".formatted(money(cents)));
    }

    private void blocked(int account, double missing, StringBuilder text) {
        Map<String, Double> unsold = new TreeMap<>();
        for (TaxLot lot : problem.accounts.get(account).lots()) {
            String reason = problem.accounts.get(account).tradable() ? lot.blocked() : "account cannot trade";
            if (reason != null) unsold.merge(lot.symbol() + " is " + reason, cents(lot), Double::sum);
        }
        unsold.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> text.append("; $%s of %s, its release would%s be enough"
                        .formatted(money(entry.getValue()), entry.getKey(), entry.getValue() < missing ? " not" : "")));
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
    }

    private void band(String name, DriftCurve.Band band, double end) {
        if (band.price() != Tiers.HARD_BAND) return;
        double outside = Math.max(band.low() - end, end - band.high());
        if (outside > 1) sentences.add("%s stays $%s outside its band".formatted(name, money(outside)));
    }

    static String money(double cents) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.US)).format(cents / 100);
    }
}
