package org.driftgate.rebalancing.household;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.driftgate.household.Book;
import org.driftgate.household.Security;
import org.driftgate.modelportfolio.Model;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;

/**
 * A model with the substitutes of its securities. A substitute belongs to the first security of the model, by symbol, that
 * names it and is of its class; one that the model asks for itself is nobody's substitute.
 */
final class AssetTiers {

    final Model model;
    /** The security of the model that a symbol stands for, itself included. */
    private final Map<Symbol, Symbol> standsFor = new HashMap<>();

    private final Map<Symbol, Integer> rank = new HashMap<>();
    private final Map<Symbol, List<Symbol>> substitutes = new LinkedHashMap<>();

    AssetTiers(Book market, Model model) {
        this.model = model;
        for (Symbol target : model.targets().keySet()) standsFor.put(target, target);
        var inOrder = new TreeSet<String>();
        model.targets().keySet().forEach(symbol -> inOrder.add(symbol.value()));
        inOrder.forEach(symbol -> addSubstitutes(market, new Symbol(symbol)));
    }

    private void addSubstitutes(Book market, Symbol target) {
        List<Symbol> own = new ArrayList<>();
        for (Book.Substitute pair : market.substitutes()) {
            if (!pair.symbol().equals(target) || !sameClass(market, target, pair.substitute())) continue;
            if (standsFor.putIfAbsent(pair.substitute(), target) != null) continue;
            if (!pair.substantiallyIdentical()) own.add(pair.substitute());
            rank.put(pair.substitute(), own.size());
        }
        substitutes.put(target, List.copyOf(own));
    }

    private static boolean sameClass(Book market, Symbol one, Symbol other) {
        Security first = market.securities().get(one);
        Security second = market.securities().get(other);
        return first != null && second != null && first.assetClass().equals(second.assetClass());
    }

    /** The model's security that a symbol counts for, or itself when it counts for none. */
    Symbol counted(Symbol symbol) {
        return standsFor.getOrDefault(symbol, symbol);
    }

    boolean isTarget(Symbol symbol) {
        return model.targets().containsKey(symbol);
    }

    BigDecimal target(Symbol symbol) {
        return model.targets().getOrDefault(symbol, Weight.ZERO).value();
    }

    /** 0 for the model's own security, 1 for its first substitute. */
    int rank(Symbol symbol) {
        return rank.getOrDefault(symbol, 0);
    }

    /** Those that may replace a security of the model, the preferred first; none that is declared identical. */
    List<Symbol> substitutes(Symbol target) {
        return substitutes.getOrDefault(target, List.of());
    }
}
