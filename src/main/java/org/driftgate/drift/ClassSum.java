package org.driftgate.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftgate.drift.DriftReport.Contributor;
import org.driftgate.shared.Money;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;

/** One asset class of a household, its securities added up. */
final class ClassSum {

    private Money value = Money.ZERO;
    private Weight actual = Weight.ZERO;
    private Weight target = Weight.ZERO;
    private final List<Contributor> contributors = new ArrayList<>();

    ClassSum(Set<Symbol> symbols, HouseholdValue household, Map<Symbol, Weight> targets) {
        Money total = household.total();
        for (Symbol symbol : symbols) {
            Money held = symbol.equals(DriftCalculation.CASH)
                    ? household.cash()
                    : household.holdings().getOrDefault(symbol, Money.ZERO);
            var weight = new Weight(held.shareOf(total));
            Weight aim = targets.getOrDefault(symbol, Weight.ZERO);
            value = value.plus(held);
            actual = actual.plus(weight);
            target = target.plus(aim);
            contributors.add(new Contributor(symbol, weight.minus(aim)));
        }
    }

    Money value() {
        return value;
    }

    Weight actual() {
        return actual;
    }

    Weight target() {
        return target;
    }

    List<Contributor> contributors() {
        return contributors.stream()
                .filter(contributor -> !contributor.drift().equals(Weight.ZERO))
                .sorted(Comparator.comparing((Contributor c) -> c.drift().absolute())
                        .reversed()
                        .thenComparing(c -> c.symbol().value()))
                .toList();
    }
}
