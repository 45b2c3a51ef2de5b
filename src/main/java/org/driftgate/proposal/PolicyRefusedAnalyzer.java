package org.driftgate.proposal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the findings of a refused policy instead of a stack trace. */
final class PolicyRefusedAnalyzer extends AbstractFailureAnalyzer<PolicyRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PolicyRefused refused) {
        String action =
                "Correct the file that driftgate.policy names, then start; docs/policy.md has every key with its"
                        + " range. Without driftgate.policy every key has its default.";
        return new FailureAnalysis(refused.getMessage(), action, refused);
    }
}
