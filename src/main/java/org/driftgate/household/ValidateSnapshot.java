package org.driftgate.household;

import java.util.List;
import org.driftgate.shared.RunId;
import org.springframework.stereotype.Component;

/** Judges a run's snapshot: usable with some households quarantined, or not usable at all. */
@Component
public class ValidateSnapshot {

    public Outcome ofRun(RunId run) {
        throw new UnsupportedOperationException(run.value());
    }

    public sealed interface Outcome {

        record Usable(int households, int quarantined) implements Outcome {}

        record Unusable(List<Finding> findings) implements Outcome {}
    }
}
