package org.driftgate.rebalancing.household;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.drift.AssetTiers;
import org.driftgate.drift.DriftReport;
import org.driftgate.household.Account;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.TaxUnit;
import org.driftgate.rebalancing.CashMovements;
import org.driftgate.rebalancing.ClassTarget;
import org.driftgate.rebalancing.RebalancingRequest;
import org.driftgate.rebalancing.TaxPosition;
import org.driftgate.rebalancing.TradedAccount;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Symbol;
import org.jspecify.annotations.Nullable;

/** Puts a reported household and the firm's policy into the words of the rebalancer. */
final class RequestOfHousehold {

    private static final BigDecimal DEDUCTION = new BigDecimal("3000");
    private static final BigDecimal DEDUCTION_SEPARATE = new BigDecimal("1500");

    private final ProposalPolicy policy;
    private final Book market;
    private final Household household;
    private final LocalDate day;
    private final AccountRules rules;
    private final CashPlan cash;
    private final Universe universe;
    private final DriftTargets targets;
    private final WashFacts wash;
    private Map<AccountId, Money> keptBack = Map.of();

    RequestOfHousehold(
            ProposalPolicy policy,
            Book market,
            AssetTiers tiers,
            Household household,
            DriftReport drift,
            AccountRules rules,
            LocalDate day) {
        this.policy = policy;
        this.market = market;
        this.household = household;
        this.day = day;
        this.rules = rules;
        cash = new CashPlan(policy.cash(), household, market, day);
        wash = new WashFacts(household, day);
        universe = new Universe(policy, market, tiers, household, rules, wash);
        targets = new DriftTargets(policy.drift(), drift);
    }

    /** With this much cash left in each account at least. */
    RequestOfHousehold keeping(Map<AccountId, Money> cashByAccount) {
        keptBack = Map.copyOf(cashByAccount);
        return this;
    }

    /** Lets these be bought too; false when all of them could be already. */
    boolean buyingToo(List<Symbol> symbols) {
        return universe.widen(symbols);
    }

    private BigDecimal reserve(Account account) {
        return cash.reserve(account)
                .max(keptBack.getOrDefault(account.id(), Money.ZERO).amount());
    }

    /** With {@code trading} false nothing may trade: the household as it stands, judged by the same objective. */
    RebalancingRequest request(boolean trading) {
        List<ClassTarget> classes = classes();
        return new RebalancingRequest(
                household.id().value(),
                day,
                household.accounts().stream()
                        .map(account -> account(account, trading && rules.mayTrade(account), classes))
                        .toList(),
                universe.securities(targets),
                classes,
                targets.cash(),
                household.taxUnits().stream().map(this::taxPosition).toList(),
                wash.history(market, policy.harvest().lockAfterSales()),
                policy.solver(),
                trading ? cash.movements() : CashMovements.NONE);
    }

    private TradedAccount account(Account account, boolean tradable, List<ClassTarget> classes) {
        return new TradedAccount(
                        account.id().value(),
                        account.taxUnit().value(),
                        account.registration().gainsAreTaxable(),
                        tradable,
                        account.cash().amount(),
                        cash.need(account),
                        tradable ? reserve(account) : BigDecimal.ZERO,
                        drag(account, classes),
                        rules.lots(account))
                .withBarred(universe.barred(account))
                .withFractional(rules.isFractional(account));
    }

    private List<ClassTarget> classes() {
        List<ClassTarget> classes = new ArrayList<>(targets.classes());
        classes.addAll(targets.subClasses());
        for (String id : universe.classes())
            if (classes.stream().noneMatch(one -> one.id().equals(id))) classes.add(targets.unwanted(id));
        classes.addAll(universe.groups(targets));
        return classes;
    }

    /** The drag of a class counts for its sub-classes and groups too, in which the securities are. */
    private Map<String, BigDecimal> drag(Account account, List<ClassTarget> classes) {
        Map<String, BigDecimal> drag = new HashMap<>(policy.location().of(account.registration()));
        for (ClassTarget tier : classes) {
            BigDecimal above = tier.parent() == null ? null : drag.get(tier.parent());
            if (above != null) drag.put(tier.id(), above);
        }
        return drag;
    }

    private TaxPosition taxPosition(TaxUnit unit) {
        boolean separate = unit.filingStatus().equals("married_separate");
        return new TaxPosition(
                unit.id().value(),
                unit.shortTermRate(),
                unit.longTermRate(),
                unit.shortTermRate(),
                unit.realizedShortYtd().plus(unit.carryforwardShort()).amount(),
                unit.realizedLongYtd().plus(unit.carryforwardLong()).amount(),
                separate ? DEDUCTION_SEPARATE : DEDUCTION,
                budget(unit));
    }

    /** What the year's budget leaves, never below nothing: a budget that is used up forbids gains, it demands no losses. */
    private @Nullable BigDecimal budget(TaxUnit unit) {
        Money budget = unit.gainBudget();
        if (budget == null || policy.tax().budget() == TaxRules.Budget.OFF) return null;
        Money used = unit.realizedShortYtd().plus(unit.realizedLongYtd());
        return budget.minus(used).amount().max(BigDecimal.ZERO);
    }
}
