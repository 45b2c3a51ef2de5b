package org.driftgate.rebalancing.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.at;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.PortfolioFixtures.household;
import static org.driftgate.testing.PortfolioFixtures.ownedBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.driftgate.household.Account;
import org.driftgate.household.Household;
import org.driftgate.rebalancing.household.ProposedHousehold.Status;
import org.junit.jupiter.api.Test;

/** A household at which the program fails costs its own row only; the failures here are nulls that no source reports. */
class DefectTest {

    private final ProposeHousehold proposals =
            new ProposeHousehold(ProposalPolicy.STANDARD, book(), LocalDate.parse("2026-11-20"));

    @Test
    void goesOnAfterAHouseholdThatTheSolverFailsAt() {
        List<ProposedHousehold> proposed = Stream.of(drifted("H1"), withoutKind(), drifted("H3"))
                .map(proposals::propose)
                .toList();

        assertThat(proposed)
                .extracting(ProposedHousehold::status)
                .containsExactly(Status.OK, Status.SET_ASIDE, Status.OK);
        assertThat(proposed.get(1).reason())
                .startsWith("DEFECT: java.lang.NullPointerException")
                .containsPattern(" at [A-Z]\\w+\\.java:\\d+$");
        assertThat(proposed.get(1).drift()).as("was measured before").isNotNull();
        assertThat(proposed.get(1).rebalancing()).isNull();
    }

    @Test
    void setsAsideWhatFailsBeforeTheSolver() {
        Account nowhere = at(account("H2-A1", "0", "SPY", "800", "AGG", "200"), null, false);

        ProposedHousehold proposed = proposals.propose(household("H2", "60/40", nowhere));

        assertThat(proposed.status()).isEqualTo(Status.SET_ASIDE);
        assertThat(proposed.reason()).startsWith("DEFECT: java.lang.NullPointerException");
    }

    private static Household drifted(String id) {
        return household(id, "60/40", "0", "SPY", "800", "AGG", "200");
    }

    private static Household withoutKind() {
        return household("H2", "60/40", ownedBy(account("H2-A1", "0", "SPY", "800", "AGG", "200"), "O", null));
    }
}
