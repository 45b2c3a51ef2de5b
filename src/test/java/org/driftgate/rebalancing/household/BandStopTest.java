package org.driftgate.rebalancing.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.PortfolioFixtures.household;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.driftgate.rebalancing.household.ProposedHousehold.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a household is brought back under each basis and stop; its band is five points, its threshold ten. */
class BandStopTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    /** One share of a hundred thousand dollars on either side. */
    private static final BigDecimal SHARES = new BigDecimal("0.0021");

    @ParameterizedTest(name = "{0} under {1}: {2} against {3} ends {4} away")
    @CsvSource({
        "EDGE,   ANY_CLASS, 800, 200, 0.05",
        "HALF,   ANY_CLASS, 800, 200, 0.025",
        "TARGET, ANY_CLASS, 800, 200, 0",
        "EDGE,   ANY_CLASS, 660, 340, 0.05",
        "HALF,   ANY_CLASS, 660, 340, 0.025",
        "TARGET, ANY_CLASS, 660, 340, 0",
        "EDGE,   TOTAL,     800, 200, 0.10",
        "HALF,   TOTAL,     800, 200, 0.05",
        "TARGET, TOTAL,     800, 200, 0",
        "HALF,   TOTAL,     400, 600, 0.05"
    })
    void bringsBackAsFarAsTheStopSays(String stop, String basis, String stocks, String bonds, BigDecimal left) {
        ProposedHousehold proposed = propose(stop, basis, stocks, bonds);

        assertThat(proposed.status()).isEqualTo(Status.OK);
        assertThat(proposed.driftAfter().value().subtract(left).abs()).isLessThanOrEqualTo(SHARES);
    }

    @ParameterizedTest(name = "{0} under {1}: {2} against {3} stays")
    @CsvSource({
        "EDGE,   ANY_CLASS, 650, 350",
        "HALF,   ANY_CLASS, 650, 350",
        "TARGET, ANY_CLASS, 650, 350",
        "EDGE,   TOTAL,     660, 340",
        "HALF,   TOTAL,     700, 300",
        "TARGET, TOTAL,     700, 300"
    })
    void leavesAloneWhatIsAtItsBandOrThreshold(String stop, String basis, String stocks, String bonds) {
        ProposedHousehold proposed = propose(stop, basis, stocks, bonds);

        assertThat(proposed.status()).isEqualTo(Status.NO_TRADE);
        assertThat(Objects.requireNonNull(proposed.drift()).outside()).isFalse();
        assertThat(Objects.requireNonNull(proposed.rebalancing()).trades()).isEmpty();
    }

    private static ProposedHousehold propose(String stop, String basis, String stocks, String bonds) {
        Map<?, ?> keys = new org.yaml.snakeyaml.Yaml()
                .load("{drift: {stop: %s, basis: %s, security-price: 0}, tax: {gain-budget: OFF}}"
                        .formatted(stop, basis));
        var policy = ((PolicyAnswer.Accepted) PolicyReader.read("test", keys)).policy();
        return new ProposeHousehold(policy, book(), TODAY)
                .propose(household("H1", "60/40", "0", "SPY", stocks, "AGG", bonds));
    }
}
