package org.driftgate.notification;

import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** Logs each notice to the CRM with the mail server's reply, once. */
@Component
public class LogNotice {

    public void forCase(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }
}
