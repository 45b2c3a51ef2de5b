package org.driftgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.driftgate.process.engine.IncidentWords;
import org.springframework.stereotype.Component;

/** Names the household first, because Cockpit's list shows no more than the start of a message. */
@Component
class HouseholdIncidents implements IncidentWords {

    /** The engine's column holds 4,000 characters. */
    private static final int LONGEST = 4000;

    @Override
    public String of(DelegateExecution execution, String message) {
        String worded = DriftToNotificationBpmn.HOUSEHOLD_NAME
                .find(execution)
                .filter(household -> !message.contains(household))
                .map(household -> "%s, %s: %s".formatted(household, execution.getProcessBusinessKey(), message))
                .orElse(message);
        return worded.length() <= LONGEST ? worded : worded.substring(0, LONGEST - 1) + "…";
    }
}
