package org.driftgate.process;

import static org.driftgate.process.DriftToNotificationBpmn.caseOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.notification.NotifyClient;
import org.springframework.stereotype.Component;

/** Writes to the client. */
@Component
class NotifyClientDelegate implements JavaDelegate {

    private final NotifyClient notifyClient;

    NotifyClientDelegate(NotifyClient notifyClient) {
        this.notifyClient = notifyClient;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notifyClient.forCase(caseOf(execution));
    }
}
