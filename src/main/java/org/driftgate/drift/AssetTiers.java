package org.driftgate.drift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.driftgate.household.Book;
import org.driftgate.household.Security;
import org.driftgate.modelportfolio.Model;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;

/**
 * A model with the substitutes of its securities. A substitute belongs to the first security of the model, by symbol, that
 * names it and is of its class; one that the model asks for itself is nobody's substitute.
 */
public final class AssetTiers {

    private final Model model;
    /** The security of the model that a symbol stands for, itself included. */
    private final Map<Symbol, Symbol> standsFor = new HashMap<>();

    private final Map<Symbol, Integer> rank = new HashMap<>();
    private final Map<Symbol, List<Symbol>> substitutes = new LinkedHashMap<>();

    public AssetTiers(Book market, Model model) {
        this.model = model;
        for (Symbol target : model.targets().keySet()) standsFor.put(target, target);
        var pairs = new TreeMap<String, List<Book.Substitute>>();
        model.targets().keySet().forEach(symbol -> pairs.put(symbol.value(), new ArrayList<>()));
        for (Book.Substitute pair : market.substitutes()) {
            List<Book.Substitute> own = pairs.get(pair.symbol().value());
            if (own != null) own.add(pair);
        }
        pairs.forEach((symbol, own) -> addSubstitutes(market, new Symbol(symbol), own));
    }

    private void addSubstitutes(Book market, Symbol target, List<Book.Substitute> pairs) {
        List<Symbol> own = new ArrayList<>();
        for (Book.Substitute pair : pairs) {
            if (!sameClass(market, target, pair.substitute())) continue;
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

    /** The securities that the model asks for. */
    public Set<Symbol> targets() {
        return model.targets().keySet();
    }

    /** The model's security that a symbol counts for, or itself when it counts for none. */
    public Symbol counted(Symbol symbol) {
        return standsFor.getOrDefault(symbol, symbol);
    }

    public boolean isTarget(Symbol symbol) {
        return model.targets().containsKey(symbol);
    }

    public Weight target(Symbol symbol) {
        return model.targets().getOrDefault(symbol, Weight.ZERO);
    }

    /** 0 for the model's own security, 1 for its first substitute. */
    public int rank(Symbol symbol) {
        return rank.getOrDefault(symbol, 0);
    }

    /** Those that may replace a security of the model, the preferred first; none that is declared identical. */
    public List<Symbol> substitutes(Symbol target) {
        return substitutes.getOrDefault(target, List.of());
    }
}
