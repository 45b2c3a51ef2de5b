package org.driftgate.drift;

import java.util.List;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;

/**
 * How far a household is from its model. {@code value} is the whole household after cash needs, held-away included.
 * Drift is actual minus target weight; contributors of a class add up to its drift.
 */
public record DriftReport(
        HouseholdId household,
        Money value,
        Basis basis,
        boolean outside,
        Weight totalDrift,
        List<ClassDrift> classes,
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

    public record Contributor(Symbol symbol, Weight drift) {}

    public DriftReport {
        classes = List.copyOf(classes);
    }

    /** The drift with the largest magnitude, signed. */
    public Weight largestDrift() {
        return classes.stream()
                .map(ClassDrift::drift)
                .max((a, b) -> a.absolute().compareTo(b.absolute()))
                .orElse(Weight.ZERO);
    }
}
