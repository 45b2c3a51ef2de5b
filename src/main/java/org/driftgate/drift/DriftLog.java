package org.driftgate.drift;

import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** Every drift report ever made. */
@Component
public class DriftLog {

    /** The report that opened the case. */
    public DriftReport of(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }
}
