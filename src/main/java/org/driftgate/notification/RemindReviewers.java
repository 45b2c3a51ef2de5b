package org.driftgate.notification;

import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** Reminds those who have a case waiting too long. */
@Component
public class RemindReviewers {

    public void forCase(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }
}
