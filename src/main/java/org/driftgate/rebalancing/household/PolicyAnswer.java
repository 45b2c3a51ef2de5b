package org.driftgate.rebalancing.household;

import java.util.List;

/** A policy that was read whole, or everything that is wrong with it. */
public sealed interface PolicyAnswer {

    record Accepted(ProposalPolicy policy) implements PolicyAnswer {}

    record Refused(List<PolicyFinding> findings) implements PolicyAnswer {

        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
