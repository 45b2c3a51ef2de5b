package org.driftgate.notification;

import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** Writes to every recipient of the household from the adviser's own address, once each. */
@Component
public class NotifyClient {

    public void forCase(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }
}
