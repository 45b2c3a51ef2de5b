package org.driftgate.proposal;

import java.util.List;
import org.driftgate.household.Book;
import org.driftgate.household.Household;

/**
 * Who proposes trades: Orion, or our own engine. A refusal is a returned value with its reason; an unreachable source
 * is a {@link org.driftgate.shared.SystemFault}.
 */
public interface ProposalSource {

    /** Proposes for one household as the snapshot shows it; {@code market} carries securities, models and substitutes. */
    Answer propose(Household household, Book market);

    /** What people call it. */
    default String name() {
        return getClass().getSimpleName();
    }

    void checkConnection();

    sealed interface Answer {

        /** The trades as the source gave them; {@code reference} is its own id, {@code hash} the SHA-256 of what arrived. */
        record Proposed(List<Trade> trades, String origin, String reference, String hash) implements Answer {

            public Proposed {
                trades = List.copyOf(trades);
            }
        }

        record Refused(String reason) implements Answer {}
    }
}
