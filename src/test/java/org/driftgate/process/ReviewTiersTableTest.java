package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.driftgate.review.TierTable.Question;
import org.driftgate.shared.SystemFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewTiersTableTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest(name = "orders of {0}, overridden {1}: {2}")
    @CsvSource({
        "100,        false, 1",
        "4999999.99, false, 1",
        "5000000,    false, 2",
        "100,        true,  1",
        "9000000,    true,  2",
    })
    void wantsTwoPeopleOverTheAmount(BigDecimal amount, boolean overridden, int people) throws IOException {
        var question = new Question(amount, true, true, overridden, true, true);
        try (var table = Files.newInputStream(Path.of("processes/review-tiers.dmn"))) {
            var decision = ENGINE.parseDecision(DriftToNotificationBpmn.REVIEW_TIERS_DECISION, table);

            Object said = ENGINE.evaluateDecisionTable(decision, ReviewTiersTable.variables(question))
                    .getSingleEntry();

            assertThat(ReviewTiersTable.answer(said, question).tiers()).hasSize(people);
        }
    }

    @Test
    void saysWhatIsWrongWithATableThatNamesNobody() {
        var question = new Question(BigDecimal.ONE, false, false, false, false, false);
        assertThatThrownBy(() -> ReviewTiersTable.answer("TRADER", question))
                .isInstanceOf(SystemFault.class)
                .hasMessageContaining("'TRADER'")
                .hasMessageContaining("Nobody can sign until the table is mended");
        assertThatThrownBy(() -> ReviewTiersTable.answer(null, question)).isInstanceOf(SystemFault.class);
    }
}
