package org.driftgate.proposal;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.driftgate.rebalancing.household.PolicyFinding;

/** A policy that must be followed and cannot be; the message has every finding. */
final class PolicyRefused extends RuntimeException {

    PolicyRefused(Path file, List<PolicyFinding> findings) {
        super(findings.stream()
                .map(PolicyFinding::toString)
                .collect(Collectors.joining(
                        "\n  ", "The policy %s is refused, findings: %d\n  ".formatted(file, findings.size()), "")));
    }
}
