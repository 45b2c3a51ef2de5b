package org.driftgate.rebalancing.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.PortfolioFixtures.household;

import java.time.LocalDate;
import java.util.Map;
import org.driftgate.household.Household;
import org.driftgate.rebalancing.household.ProposedHousehold.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far back a household is brought: 80 % and 20 % against 60 % and 40 %, half the sum of deviations is 0.2. */
class StopRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final Household DRIFTED = household("H1", "60/40", "0", "SPY", "800", "AGG", "200");

    @ParameterizedTest
    @CsvSource({
        "ANY_CLASS, EDGE,   0.05",
        "ANY_CLASS, HALF,   0.025",
        "ANY_CLASS, TARGET, 0",
        "TOTAL,     EDGE,   0.10",
        "TOTAL,     HALF,   0.05",
        "TOTAL,     TARGET, 0",
    })
    void stopsWhereThePolicySays(String basis, String stop, double driftAfter) {
        var keys = Map.of("drift", Map.of("basis", basis, "stop", stop), "tax", Map.of("gain-budget", "OFF"));
        var policy = ((PolicyAnswer.Accepted) PolicyReader.read("test", keys)).policy();

        ProposedHousehold proposed = new ProposeHousehold(policy, book(), TODAY).propose(DRIFTED);

        assertThat(proposed.status()).isEqualTo(Status.OK);
        assertThat(proposed.driftAfter().value().doubleValue()).isCloseTo(driftAfter, within(0.0015));
    }
}
