package org.driftgate.notification;

import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** Records what was traded in the CRM, once: types, securities, amounts, price range, references. */
@Component
public class RecordInCrm {

    public void forCase(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }
}
