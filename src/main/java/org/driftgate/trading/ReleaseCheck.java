package org.driftgate.trading;

import java.util.List;

/** Whether an approved case may be sent now. */
public record ReleaseCheck(Verdict verdict, List<String> reasons) {

    /** STALE and EXPIRED go back for a fresh proposal; NOT_YET waits for the next window. */
    public enum Verdict {
        READY,
        NOT_YET,
        STALE,
        EXPIRED
    }

    public ReleaseCheck {
        reasons = List.copyOf(reasons);
    }
}
