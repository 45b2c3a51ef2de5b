package org.driftgate.process;

import static org.driftgate.process.DriftToNotificationBpmn.CONSENT_MISSING;
import static org.driftgate.process.DriftToNotificationBpmn.caseOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.review.Consents;
import org.springframework.stereotype.Component;

/** Says whether a client must be asked first. */
@Component
class CheckConsentDelegate implements JavaDelegate {

    private final Consents consents;

    CheckConsentDelegate(Consents consents) {
        this.consents = consents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CONSENT_MISSING.set(execution, consents.isMissing(caseOf(execution)));
    }
}
