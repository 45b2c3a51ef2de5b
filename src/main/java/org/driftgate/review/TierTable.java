package org.driftgate.review;

import java.math.BigDecimal;
import java.util.List;

/** The firm's table of who must sign a version. */
public interface TierTable {

    Answer ask(Question question);

    /**
     * What the table looks at. {@code amount}: dollars of all orders at estimated prices; {@code warning}: some finding is a
     * warning or worse; {@code overridden}: somebody set a forbidding finding aside; {@code changedByHand}: a person wrote
     * these trades, not the source.
     */
    record Question(
            BigDecimal amount,
            boolean warning,
            boolean concentration,
            boolean overridden,
            boolean consentRequired,
            boolean changedByHand) {}

    /** In the order in which they sign, with the sentence of the rule that said so. */
    record Answer(List<Tier> tiers, String because) {

        public Answer {
            tiers = List.copyOf(tiers);
            if (tiers.isEmpty() || tiers.stream().distinct().count() < tiers.size())
                throw new IllegalArgumentException("nobody, or somebody twice, would have to sign: " + tiers);
        }
    }
}
