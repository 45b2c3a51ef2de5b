package org.driftgate.drift;

import java.util.List;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.Money;
import org.driftgate.shared.SubClass;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;
import org.jspecify.annotations.Nullable;

/**
 * How far a household is from its model. {@code value} is the whole household after cash needs, held-away included.
 * Drift is actual minus target weight; contributors of a class add up to its drift. Classes decide whether the household is
 * outside; {@code tiers} says the same of what lies below them, sub-classes first, the furthest first.
 */
public record DriftReport(
        HouseholdId household,
        Money value,
        Basis basis,
        boolean outside,
        Weight totalDrift,
        List<ClassDrift> classes,
        List<TierDrift> tiers,
        String sentence) {

    /** ANY_CLASS: some class beyond its band. TOTAL: half the sum of absolute class drifts beyond its own threshold. */
    public enum Basis {
        ANY_CLASS,
        TOTAL
    }

    public record ClassDrift(
            AssetClass assetClass,
            Money value,
            Weight actual,
            Weight target,
            Weight drift,
            Weight band,
            boolean outside,
            List<Contributor> contributors) {

        public ClassDrift {
            contributors = List.copyOf(contributors);
        }
    }

    /** What is measured below the classes. */
    public enum Tier {
        SUB_CLASS,
        SECURITY
    }

    /** A sub-class, or a security of the model together with its substitutes; what the model does not know stands alone. */
    public record TierDrift(
            Tier tier,
            String name,
            AssetClass assetClass,
            @Nullable SubClass subClass,
            Money value,
            Weight actual,
            Weight target,
            Weight band,
            boolean outside) {

        public Weight drift() {
            return actual.minus(target);
        }
    }

    public record Contributor(Symbol symbol, Weight drift) {}

    public DriftReport {
        classes = List.copyOf(classes);
        tiers = List.copyOf(tiers);
    }

    /** The drift with the largest magnitude, signed. */
    public Weight largestDrift() {
        return classes.stream()
                .map(ClassDrift::drift)
                .max((a, b) -> a.absolute().compareTo(b.absolute()))
                .orElse(Weight.ZERO);
    }
}
