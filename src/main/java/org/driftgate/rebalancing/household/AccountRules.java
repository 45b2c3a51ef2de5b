package org.driftgate.rebalancing.household;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.driftgate.household.Account;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.OpenOrder;
import org.driftgate.household.Position;
import org.driftgate.household.SetAsideAccounts;
import org.driftgate.rebalancing.TaxLot;
import org.driftgate.rebalancing.TradingLimits;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.jspecify.annotations.Nullable;

/** What may be traded in each account of a household, and what a person must know about it. */
final class AccountRules {

    private final ProposalPolicy policy;
    private final Household household;
    private final Map<AccountId, String> setAside = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    AccountRules(ProposalPolicy policy, Household household) {
        this.policy = policy;
        this.household = household;
        new SetAsideAccounts(custodians())
                .of(household)
                .setAside()
                .forEach(one -> setAside.put(one.account().id(), one.reason()));
        household.accounts().forEach(this::describe);
        household.openOrders().forEach(this::describe);
    }

    private Set<String> custodians() {
        if (!policy.trading().custodians().isEmpty()) return policy.trading().custodians();
        Set<String> every = new HashSet<>();
        household.accounts().forEach(account -> every.add(account.custodian()));
        return every;
    }

    private void describe(Account account) {
        boolean holds = policy.trading().nonDiscretionary() == TradingRules.NonDiscretionary.HOLD;
        if (!account.discretionary() && holds) setAside.putIfAbsent(account.id(), "the client decides");
        String reason = setAside.get(account.id());
        if (reason != null) notes.add("%s is not traded: %s".formatted(account.id(), reason));
        else if (!account.discretionary()) notes.add("%s needs the client's consent".formatted(account.id()));
        if (reason == null) noteUnknownBasis(account);
    }

    private void describe(OpenOrder order) {
        if (order.side() == Side.BUY)
            notes.add("%s is on order in %s: losses of it stay".formatted(order.symbol(), order.account()));
    }

    private void noteUnknownBasis(Account account) {
        long unknown = account.positions().stream()
                .flatMap(position -> position.lots().stream())
                .filter(lot -> lot.unitCost().isZero())
                .count();
        if (unknown > 0)
            notes.add("%s has %d %s of unknown basis: a full gain for tax, a possible loss for wash sales"
                    .formatted(account.id(), unknown, unknown == 1 ? "lot" : "lots"));
    }

    /** What the row of the household has to say, in the order of its accounts. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    boolean mayTrade(Account account) {
        return !setAside.containsKey(account.id());
    }

    boolean anyMayTrade() {
        return household.accounts().stream().anyMatch(this::mayTrade);
    }

    boolean isFractional(Account account) {
        return policy.trading()
                .fractionalCustodians()
                .contains(account.custodian().toLowerCase(Locale.ROOT));
    }

    List<TaxLot> lots(Account account) {
        List<TaxLot> lots = new ArrayList<>();
        for (Position position : account.positions()) {
            String blocked = blocked(account, position.symbol());
            for (Lot lot : position.lots()) lots.add(taxLot(lot, blocked));
        }
        return lots;
    }

    private static TaxLot taxLot(Lot lot, @Nullable String blocked) {
        BigDecimal basis = lot.unitCost().isZero()
                ? null
                : lot.unitCost().dollars().multiply(lot.quantity().shares());
        return new TaxLot(
                lot.id().value(), lot.symbol().value(), lot.quantity().shares(), basis, lot.acquired(), blocked);
    }

    private @Nullable String blocked(Account account, Symbol symbol) {
        if (policy.trading().illiquid().contains(symbol)) return "illiquid";
        return TradingLimits.forbidding(household, account.id(), symbol, Side.SELL)
                .map(rule -> "%s (%s)".formatted(words(rule.kind().name()), rule.reason()))
                .orElse(null);
    }

    /** The rule that forbids each purchase, by symbol. */
    Map<String, String> barred(Account account, Collection<Symbol> buyable) {
        Map<String, String> barred = new HashMap<>();
        for (Symbol symbol : buyable) {
            if (policy.trading().restricted().contains(symbol)) barred.put(symbol.value(), "restricted list");
            if (policy.trading().illiquid().contains(symbol)) barred.put(symbol.value(), "illiquid");
            TradingLimits.forbidding(household, account.id(), symbol, Side.BUY)
                    .ifPresent(
                            rule -> barred.put(symbol.value(), words(rule.kind().name())));
        }
        return barred;
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
