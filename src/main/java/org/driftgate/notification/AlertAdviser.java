package org.driftgate.notification;

import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** Tells the adviser of an execution exception at once. */
@Component
public class AlertAdviser {

    public void forCase(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }
}
