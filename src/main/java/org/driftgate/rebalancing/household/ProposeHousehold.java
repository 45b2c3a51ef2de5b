package org.driftgate.rebalancing.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.driftgate.drift.AssetTiers;
import org.driftgate.drift.DriftCalculation;
import org.driftgate.drift.DriftReport;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.modelportfolio.Model;
import org.driftgate.rebalancing.InvalidHousehold;
import org.driftgate.rebalancing.Measurement;
import org.driftgate.rebalancing.PlannedTrade;
import org.driftgate.rebalancing.Rebalancer;
import org.driftgate.rebalancing.RebalancingRequest;
import org.driftgate.rebalancing.Ruler;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * Proposes trades for households of one market on one day under one policy. Every household gets an answer: what
 * contradicts itself is set aside with the name of what is wrong, and so is a household at which the solver stops: the
 * others go on. May be used by several threads.
 */
public final class ProposeHousehold {

    private final ProposalPolicy policy;
    private final Book market;
    private final LocalDate day;
    private final DriftCalculation drifts;
    private final Map<String, AssetTiers> tiers = new ConcurrentHashMap<>();

    /** Securities, models and substitutes come from the market; its households are not looked at. */
    public ProposeHousehold(ProposalPolicy policy, Book market, LocalDate day) {
        this(policy, market, day, policy.drift().calculation(policy.cash().horizonDays()));
    }

    /** Where somebody else says how drift is measured and when it is too much. */
    public ProposeHousehold(ProposalPolicy policy, Book market, LocalDate day, DriftCalculation drifts) {
        this.policy = policy;
        this.market = market;
        this.day = day;
        this.drifts = drifts;
    }

    /**
     * Trades that somebody proposes, by the objective of this policy. What they buy outside its securities is measured like
     * those; the best beside them keeps to the policy.
     */
    public Measurement measure(Household household, List<PlannedTrade> trades) {
        List<String> unpriced = trades.stream()
                .map(PlannedTrade::symbol)
                .filter(symbol -> !market.securities().containsKey(symbol))
                .distinct()
                .map("%s has no price in the snapshot"::formatted)
                .toList();
        if (!unpriced.isEmpty()) return new Measurement.Missing(unpriced);
        DriftReport drift = drifts.measure(household, market, day);
        var rules = new AccountRules(policy, household);
        RequestOfHousehold request = asked(household, drift, rules);
        RebalancingRequest asked = request.request(true);
        return request.buyingToo(bought(trades))
                ? Ruler.measure(asked, request.request(true), trades)
                : Ruler.measure(asked, trades);
    }

    private static List<Symbol> bought(List<PlannedTrade> trades) {
        return trades.stream()
                .filter(trade -> !trade.isSale())
                .map(PlannedTrade::symbol)
                .toList();
    }

    public ProposedHousehold propose(Household household) {
        return propose(household, Map.of());
    }

    /** With this much cash left in each account at least, beside what the policy leaves there. */
    public ProposedHousehold propose(Household household, Map<AccountId, Money> keptBack) {
        List<String> contradictions = Contradictions.of(household, market, day);
        if (!contradictions.isEmpty()) return ProposedHousehold.setAside(household.id(), contradictions, null);
        try {
            return measured(household, keptBack);
        } catch (RuntimeException defect) {
            return ProposedHousehold.setAside(household.id(), List.of(words(defect)), null);
        }
    }

    private ProposedHousehold measured(Household household, Map<AccountId, Money> keptBack) {
        if (!drifts.canMeasure(household, market, day)) return unmeasured(household);
        DriftReport drift = drifts.measure(household, market, day);
        var rules = new AccountRules(policy, household);
        if (!rules.anyMayTrade()) return ProposedHousehold.setAside(household.id(), rules.notes(), drift);
        try {
            return solve(household, drift, rules, keptBack);
        } catch (InvalidHousehold contradiction) {
            return ProposedHousehold.setAside(
                    household.id(), List.of(String.valueOf(contradiction.getMessage())), drift);
        } catch (RuntimeException defect) {
            return ProposedHousehold.setAside(household.id(), List.of(words(defect)), drift);
        }
    }

    private ProposedHousehold unmeasured(Household household) {
        List<String> lacking = new CashPlan(policy.cash(), household, market, day).beyondReach();
        return lacking.isEmpty()
                ? ProposedHousehold.setAside(household.id(), List.of("NO_VALUE: nothing is left after needs"), null)
                : ProposedHousehold.beyondReach(household.id(), lacking);
    }

    /** What broke and where, because nobody sees the stack of one household among thousands. */
    private static String words(RuntimeException defect) {
        StackTraceElement[] stack = defect.getStackTrace();
        String place = stack.length == 0 ? "" : " at %s:%d".formatted(stack[0].getFileName(), stack[0].getLineNumber());
        return "DEFECT: %s%s".formatted(defect, place);
    }

    private ProposedHousehold solve(
            Household household, DriftReport drift, AccountRules rules, Map<AccountId, Money> keptBack) {
        var cash = new CashPlan(policy.cash(), household, market, day);
        boolean calls = callsCash(cash, household, rules);
        boolean due = isDue(calls, drift);
        RequestOfHousehold asked = asked(household, drift, rules).keeping(keptBack);
        RebalancingRequest request = asked.request(due);
        var outcome = new ProposalOutcome(household, drift, rules, cash, Rebalancer.rebalance(request), due, calls);
        if (outcome.worsens(market, policy)) outcome = outcome.with(Rebalancer.rebalance(request.keepingDrift()));
        if (outcome.worsens(market, policy)) outcome = outcome.with(Rebalancer.rebalance(asked.request(false)));
        return outcome.proposed(market, policy);
    }

    /** What the solver is asked for a household that is not set aside. */
    RebalancingRequest request(Household household) {
        DriftReport drift = drifts.measure(household, market, day);
        var rules = new AccountRules(policy, household);
        var cash = new CashPlan(policy.cash(), household, market, day);
        return asked(household, drift, rules).request(isDue(callsCash(cash, household, rules), drift));
    }

    private RequestOfHousehold asked(Household household, DriftReport drift, AccountRules rules) {
        return new RequestOfHousehold(policy, market, tiers(household), household, drift, rules, day);
    }

    private boolean isDue(boolean calls, DriftReport drift) {
        return calls || drift.outside() || policy.harvest().onItsOwn();
    }

    /** Whether cash must be raised. */
    private static boolean callsCash(CashPlan cash, Household household, AccountRules rules) {
        return cash.lacksDistributions(rules::mayTrade)
                || household.accounts().stream()
                        .anyMatch(account -> rules.mayTrade(account) && cash.lacksCash(account));
    }

    private AssetTiers tiers(Household household) {
        return tiers.computeIfAbsent(String.valueOf(household.model()), name -> new AssetTiers(market, model(name)));
    }

    private Model model(String name) {
        @Nullable Model model = market.models().get(name);
        if (model == null) throw new IllegalStateException("no model " + name);
        return model;
    }
}
