package org.driftgate.notification;

import org.driftgate.shared.RunId;
import org.springframework.stereotype.Component;

/** Tells the administrator why a run was aborted. */
@Component
public class AlertAdministrator {

    public void ofRun(RunId run) {
        throw new UnsupportedOperationException(run.value());
    }
}
