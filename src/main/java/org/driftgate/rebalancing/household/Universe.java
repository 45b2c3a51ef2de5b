package org.driftgate.rebalancing.household;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.driftgate.drift.AssetTiers;
import org.driftgate.household.Account;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.Position;
import org.driftgate.household.Restriction;
import org.driftgate.household.Security;
import org.driftgate.rebalancing.ClassTarget;
import org.driftgate.rebalancing.TradedSecurity;
import org.driftgate.shared.Symbol;

/**
 * The securities of a request: what the household holds or its model wants, and the substitutes of a security that might
 * be harvested, that nobody may buy at the moment, or of which a substitute is held already. Bought are the model's
 * securities and those substitutes, nothing else.
 */
final class Universe {

    private final ProposalPolicy policy;
    private final Book market;
    private final AssetTiers tiers;
    private final Household household;
    private final AccountRules rules;
    private final WashFacts wash;
    private final Set<Symbol> buyable = new LinkedHashSet<>();
    private final TreeMap<String, Symbol> all = new TreeMap<>();

    Universe(
            ProposalPolicy policy,
            Book market,
            AssetTiers tiers,
            Household household,
            AccountRules rules,
            WashFacts wash) {
        this.policy = policy;
        this.market = market;
        this.tiers = tiers;
        this.household = household;
        this.rules = rules;
        this.wash = wash;
        household.accounts().forEach(account -> account.positions().forEach(position -> add(position.symbol())));
        tiers.targets().forEach(this::addTarget);
    }

    private void add(Symbol symbol) {
        all.put(symbol.value(), symbol);
    }

    private void addTarget(Symbol target) {
        add(target);
        buyable.add(target);
        if (!policy.harvest().substitutes() || !needsSubstitute(target)) return;
        for (Symbol substitute : tiers.substitutes(target)) {
            add(substitute);
            buyable.add(substitute);
        }
    }

    private boolean needsSubstitute(Symbol target) {
        return wash.wasSold(target, market) || isBarred(target) || holdsLoss(target);
    }

    private boolean isBarred(Symbol target) {
        return policy.trading().restricted().contains(target)
                || household.restrictions().stream()
                        .anyMatch(rule -> rule.kind() != Restriction.Kind.NO_SELL && target.equals(rule.symbol()));
    }

    private boolean holdsLoss(Symbol target) {
        Security security = market.securities().get(target);
        return security != null
                && household.accounts().stream()
                        .filter(account -> account.registration().gainsAreTaxable() && rules.mayTrade(account))
                        .flatMap(account -> account.positions().stream())
                        .filter(position -> position.symbol().equals(target))
                        .flatMap(position -> position.lots().stream())
                        .anyMatch(lot -> isLoss(lot, security));
    }

    private static boolean isLoss(Lot lot, Security security) {
        return lot.unitCost().compareTo(security.price()) > 0;
    }

    /** Lets these be bought too; false when all of them could be already. */
    boolean widen(List<Symbol> symbols) {
        symbols.forEach(this::add);
        return buyable.addAll(symbols);
    }

    Set<Symbol> buyable() {
        return buyable;
    }

    List<TradedSecurity> securities(DriftTargets targets) {
        List<TradedSecurity> traded = new ArrayList<>();
        for (Symbol symbol : all.values()) traded.add(traded(security(symbol), targets));
        return traded;
    }

    private TradedSecurity traded(Security security, DriftTargets targets) {
        Symbol symbol = security.symbol();
        Symbol counted = tiers.counted(symbol);
        boolean grouped = tiers.isTarget(counted);
        String own = security.assetClass().value();
        return new TradedSecurity(
                symbol.value(),
                grouped ? DriftTargets.groupId(counted, own) : targets.above(symbol, own),
                security.price().dollars(),
                grouped ? null : targets.security(symbol),
                buyable.contains(symbol),
                policy.trading().fractionalKinds().contains(security.kind()),
                policy.trading().cost().getOrDefault(security.kind(), BigDecimal.ZERO),
                BigDecimal.ZERO,
                tiers.rank(symbol),
                policy.trading().volumes().get(symbol));
    }

    /** The classes of securities that count for themselves. */
    Set<String> classes() {
        Set<String> classes = new LinkedHashSet<>();
        for (Symbol symbol : all.values())
            if (!tiers.isTarget(tiers.counted(symbol)))
                classes.add(security(symbol).assetClass().value());
        return classes;
    }

    List<ClassTarget> groups(DriftTargets targets) {
        List<ClassTarget> groups = new ArrayList<>();
        for (Symbol symbol : all.values())
            if (tiers.isTarget(symbol))
                groups.add(targets.group(symbol, security(symbol).assetClass().value()));
        return groups;
    }

    /** The rule that forbids each purchase in an account, by symbol. */
    Map<String, String> barred(Account account) {
        Map<String, String> barred = new HashMap<>();
        for (Symbol symbol : buyable())
            if (standsIn(symbol) && !policy.harvest().mayStandIn(symbol, account.registration()))
                barred.put(symbol.value(), "no substitute here");
        barred.putAll(rules.barred(account, buyable()));
        return barred;
    }

    private boolean standsIn(Symbol symbol) {
        return !tiers.counted(symbol).equals(symbol);
    }

    private Security security(Symbol symbol) {
        Security security = market.securities().get(symbol);
        if (security == null) throw new IllegalArgumentException("UNKNOWN_SYMBOL: " + symbol);
        return security;
    }

    /** Everything that anybody holds in these accounts. */
    static Set<Symbol> held(Household household) {
        Set<Symbol> held = new LinkedHashSet<>();
        for (Account account : household.accounts())
            for (Position position : account.positions()) held.add(position.symbol());
        return held;
    }
}
