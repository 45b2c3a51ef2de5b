package org.driftgate.proposal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What our engine says of a proposal, its own or another's, by the objective of the firm's policy in dollars a year and
 * drift as a fraction. {@code objective} is that of the proposed orders, {@code ownObjective} that of the orders of our
 * engine, null where it has none; {@code planObjective} is that of its plan, of which orders keep back cash for their
 * limits, and is what {@code bound}, which no plan undercuts, and the greedy answer stand beside. Without figures the flags
 * say why nothing could be measured.
 */
public record ProposalAnalysis(
        String source,
        @Nullable Figures figures,
        BigDecimal nettedTax,
        BigDecimal driftBefore,
        BigDecimal driftAfter,
        long millis,
        String policyHash,
        List<String> flags) {

    public ProposalAnalysis {
        flags = List.copyOf(flags);
    }

    /** {@code keepsRules} and {@code greedyKeepsRules}: no need, reserve or hard band is missed and no loss disallowed. */
    public record Figures(
            BigDecimal objective,
            @Nullable BigDecimal ownObjective,
            BigDecimal planObjective,
            @Nullable BigDecimal bound,
            BigDecimal greedyObjective,
            boolean keepsRules,
            boolean greedyKeepsRules,
            BigDecimal marginalTax,
            BigDecimal cost) {

        /** By how much some plan might at most be better than ours; null when no bound was found. */
        public @Nullable BigDecimal gap() {
            return bound == null ? null : planObjective.subtract(bound);
        }
    }
}
