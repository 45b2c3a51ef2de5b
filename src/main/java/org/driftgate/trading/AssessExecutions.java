package org.driftgate.trading;

import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** Judges where the orders of a case stand. */
@Component
public class AssessExecutions {

    public Assessment forCase(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }

    /** MORE_TO_SUBMIT: sells are done and buys are still to be sent. REJECTED: a person must look. */
    public enum Assessment {
        WORKING,
        MORE_TO_SUBMIT,
        REJECTED,
        DONE
    }
}
