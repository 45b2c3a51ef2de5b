package org.driftgate.process.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Words what an administrator reads of a failed job. */
public interface IncidentWords {

    String of(DelegateExecution execution, String message);
}
