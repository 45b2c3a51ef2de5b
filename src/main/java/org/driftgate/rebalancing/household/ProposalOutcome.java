package org.driftgate.rebalancing.household;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.drift.DriftReport;
import org.driftgate.drift.DriftReport.ClassDrift;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.rebalancing.LotSale;
import org.driftgate.rebalancing.ProposedTrade;
import org.driftgate.rebalancing.Rebalancing;
import org.driftgate.rebalancing.household.ProposedHousehold.Status;
import org.driftgate.shared.Money;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;

/** Judges an answer of the solver in the household's own words: status, drift after, and the sentence of its row. */
final class ProposalOutcome {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    /** What rounding to whole shares may add to the drift. */
    private static final Weight A_SHARE = Weight.of("0.0005");

    private final Household household;
    private final DriftReport drift;
    private final AccountRules rules;
    private final CashPlan cash;
    private final Rebalancing rebalancing;
    private final boolean due;
    private final boolean isForced;

    ProposalOutcome(
            Household household,
            DriftReport drift,
            AccountRules rules,
            CashPlan cash,
            Rebalancing rebalancing,
            boolean due,
            boolean isForced) {
        this.household = household;
        this.drift = drift;
        this.rules = rules;
        this.cash = cash;
        this.rebalancing = rebalancing;
        this.due = due;
        this.isForced = isForced;
    }

    /** The same judged by another answer. */
    ProposalOutcome with(Rebalancing other) {
        return new ProposalOutcome(household, drift, rules, cash, other, due, isForced);
    }

    /** Whether the trades leave the household further from its targets without being made to. */
    boolean worsens(Book market, ProposalPolicy policy) {
        boolean free = !isForced && rebalancing.status() == Rebalancing.Status.OK;
        return free && driftAfter(market, policy).minus(drift.totalDrift()).compareTo(A_SHARE) > 0;
    }

    ProposedHousehold proposed(Book market, ProposalPolicy policy) {
        Status status = Status.valueOf(rebalancing.status().name());
        Weight after = status == Status.OK ? driftAfter(market, policy) : drift.totalDrift();
        List<String> reasons = new ArrayList<>();
        reasons.add(first(status));
        if (after.compareTo(drift.totalDrift()) > 0) reasons.add(worsening(after));
        if (status != Status.INFEASIBLE) reasons.addAll(payers());
        reasons.addAll(rebalancing.flags());
        reasons.addAll(rules.notes());
        if (status == Status.OK) reasons.addAll(washed());
        return new ProposedHousehold(household.id(), status, String.join("; ", reasons), drift, after, rebalancing);
    }

    private List<String> payers() {
        return new DistributionPayers(cash, household.accounts()).sentences(rebalancing.draws());
    }

    private List<String> washed() {
        List<String> lots = rebalancing.lotSales().stream()
                .filter(sale -> sale.disallowed().signum() > 0)
                .map(LotSale::lot)
                .toList();
        return lots.isEmpty() ? List.of() : List.of("forced wash sale of lots " + String.join(", ", lots));
    }

    private String first(Status status) {
        return switch (status) {
            case OK -> drift.sentence();
            case INFEASIBLE -> rebalancing.reason();
            case NO_TRADE -> due ? "no allowed trade gains more than it costs. " + drift.sentence() : drift.sentence();
            case SET_ASIDE -> throw new IllegalArgumentException("the solver sets nothing aside");
        };
    }

    private String worsening(Weight after) {
        String why = isForced ? "cash must be raised" : "shares are whole";
        return "drift rises from %s to %s: %s"
                .formatted(
                        drift.totalDrift().value().toPlainString(),
                        after.value().toPlainString(),
                        why);
    }

    /** Half the sum of the class deviations when every trade fills at its price. */
    private Weight driftAfter(Book market, ProposalPolicy policy) {
        Map<String, Money> change = new HashMap<>();
        for (ProposedTrade trade : rebalancing.trades()) {
            Money amount = Money.usd(
                    trade.side() == Side.BUY ? trade.amount() : trade.amount().negate());
            change.merge(assetClass(market, trade), amount, Money::plus);
            change.merge(policy.drift().cashClass().value(), amount.negated(), Money::plus);
        }
        Weight sum = Weight.ZERO;
        for (ClassDrift one : drift.classes()) {
            Money value = one.value().plus(change.getOrDefault(one.assetClass().value(), Money.ZERO));
            sum = sum.plus(
                    new Weight(value.shareOf(drift.value())).minus(one.target()).absolute());
        }
        return new Weight(sum.value().multiply(HALF));
    }

    private static String assetClass(Book market, ProposedTrade trade) {
        var security = market.securities().get(new Symbol(trade.symbol()));
        if (security == null) throw new IllegalStateException("no security " + trade.symbol());
        return security.assetClass().value();
    }
}
