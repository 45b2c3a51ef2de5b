package org.driftgate.trading;

import java.time.Instant;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** Decides when and whether an approved case may be sent. */
@Component
public class ReleaseOrders {

    /** When the case may be sent at the earliest: now inside a window, otherwise the next opening. */
    public Instant schedule(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }

    /** Looks again at everything: approval, hash, expiry, consent, window, prices, lots, restrictions, open orders. */
    public ReleaseCheck recheck(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }
}
