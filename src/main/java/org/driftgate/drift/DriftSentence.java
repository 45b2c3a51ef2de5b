package org.driftgate.drift;

import java.util.List;
import org.driftgate.drift.DriftReport.Basis;
import org.driftgate.drift.DriftReport.ClassDrift;
import org.driftgate.shared.Weight;

/** Says in one sentence how far a household is from its model; the classes come with the furthest first. */
final class DriftSentence {

    private DriftSentence() {}

    static String of(Basis basis, boolean outside, Weight total, Weight threshold, List<ClassDrift> classes) {
        if (basis == Basis.TOTAL)
            return "Total drift is %s points (threshold %s points); %s"
                    .formatted(total.inPercent(), threshold.inPercent(), of(classes.get(0)));
        if (!outside) return "Every class is inside its band; the furthest: " + of(classes.get(0));
        List<ClassDrift> beyond = classes.stream().filter(ClassDrift::outside).toList();
        return of(beyond.get(0)) + also(beyond.size() - 1);
    }

    private static String of(ClassDrift drift) {
        return "%s is %s %%, %s points %s its target of %s %% (band %s points)"
                .formatted(
                        drift.assetClass(),
                        drift.actual().inPercent(),
                        drift.drift().absolute().inPercent(),
                        drift.drift().value().signum() < 0 ? "below" : "above",
                        drift.target().inPercent(),
                        drift.band().inPercent());
    }

    private static String also(int others) {
        if (others == 0) return "";
        return others == 1 ? "; one more class is outside its band" : "; %d more classes are outside".formatted(others);
    }
}
