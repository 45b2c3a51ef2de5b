package org.driftgate.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a refusal as a sentence and an action instead of a stack trace. */
final class RefusalAnalyzer extends AbstractFailureAnalyzer<RefusedToStart> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RefusedToStart refusal) {
        return new FailureAnalysis(refusal.getMessage(), refusal.action(), refusal);
    }
}
