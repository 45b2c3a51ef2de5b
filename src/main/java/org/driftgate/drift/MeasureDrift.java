package org.driftgate.drift;

import org.driftgate.shared.RunId;
import org.springframework.stereotype.Component;

/** Measures every household of a run, keeps every report, also of those inside their band, and sorts them into buckets. */
@Component
public class MeasureDrift {

    public void ofRun(RunId run) {
        throw new UnsupportedOperationException(run.value());
    }
}
