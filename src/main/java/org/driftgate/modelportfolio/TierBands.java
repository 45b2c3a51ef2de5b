package org.driftgate.modelportfolio;

import java.util.Map;
import org.driftgate.shared.SubClass;
import org.driftgate.shared.Symbol;

/**
 * Bands below the asset classes: of a security together with its substitutes, and of the sub-classes that a firm forms.
 * {@code members} names the sub-class of a security; a security without one belongs to its class alone, and a name that
 * is used in two classes is a sub-class of each.
 */
public record TierBands(
        ToleranceBand security,
        ToleranceBand subClass,
        Map<SubClass, ToleranceBand> subClasses,
        Map<Symbol, SubClass> members) {

    private static final ToleranceBand FIVE_TWENTY_FIVE = ToleranceBand.of("5 points or 25 %");

    public static final TierBands STANDARD = new TierBands(FIVE_TWENTY_FIVE, FIVE_TWENTY_FIVE, Map.of(), Map.of());

    public TierBands {
        subClasses = Map.copyOf(subClasses);
        members = Map.copyOf(members);
    }

    public ToleranceBand of(SubClass name) {
        return subClasses.getOrDefault(name, subClass);
    }
}
