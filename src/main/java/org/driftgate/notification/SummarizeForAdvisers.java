package org.driftgate.notification;

import org.driftgate.shared.RunId;
import org.springframework.stereotype.Component;

/** Sends each adviser one summary of a run: done, open, not possible with reasons, link. */
@Component
public class SummarizeForAdvisers {

    public void ofRun(RunId run) {
        throw new UnsupportedOperationException(run.value());
    }
}
