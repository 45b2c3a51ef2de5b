package org.driftgate.household;

import java.util.List;
import org.driftgate.shared.HouseholdId;

/**
 * Where portfolios come from. An incomplete answer (a short page, a missing account or position) is a returned value;
 * an unreachable source is a {@link org.driftgate.shared.SystemFault}.
 */
public interface PortfolioSource {

    /** The households asked for, or all active ones when the list is empty. */
    Answer collect(List<HouseholdId> households);

    /** Asks the source whether it would answer; never changes anything there. */
    void checkConnection();

    sealed interface Answer {

        /** A whole answer; {@code hash} is the SHA-256 over everything received, {@code origin} the source's name. */
        record Complete(Book book, String origin, String hash) implements Answer {}

        /** Something is missing; each problem names what. */
        record Incomplete(List<String> problems) implements Answer {

            public Incomplete {
                problems = List.copyOf(problems);
            }
        }
    }
}
