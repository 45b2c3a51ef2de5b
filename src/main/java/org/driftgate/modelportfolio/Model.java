package org.driftgate.modelportfolio;

import java.util.Map;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;

/** The intended mix of a household: target weights by security, which add up to one. */
public record Model(String name, Map<Symbol, Weight> targets) {

    public Model {
        targets = Map.copyOf(targets);
        Weight total = targets.values().stream().reduce(Weight.ZERO, Weight::plus);
        if (total.minus(Weight.of("1")).absolute().compareTo(Weight.of("0.0001")) > 0)
            throw new IllegalArgumentException(
                    "weights of model '%s' add up to %s, not 1".formatted(name, total.value()));
    }
}
