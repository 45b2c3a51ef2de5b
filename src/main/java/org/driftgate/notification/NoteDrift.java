package org.driftgate.notification;

import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** Writes the household's drift to the CRM, once. */
@Component
public class NoteDrift {

    public void forCase(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }
}
