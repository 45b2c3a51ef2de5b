package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxReviewTableTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest(name = "budget exceeded {0}, wash sale {1}, short-term {2}, tax {3}: {4}")
    @CsvSource({
        "true,  false, false, 0,       true",
        "false, true,  false, -500,    true",
        "false, false, true,  999.99,  false",
        "false, false, true,  1000,    true",
        "false, false, false, 9999.99, false",
        "false, false, false, 10000,   true",
        "false, false, false, 0,       false",
        "true,  true,  true,  50000,   true",
    })
    void sendsToTheTaxReviewerWhatCostsTooMuch(
            boolean budget, boolean washSale, boolean shortTerm, double tax, boolean expected) throws IOException {
        try (var table = Files.newInputStream(Path.of("processes/tax-review.dmn"))) {
            var decision = ENGINE.parseDecision(DriftToNotificationBpmn.TAX_REVIEW_DECISION, table);
            var variables = Variables.putValue("budgetExceeded", budget)
                    .putValue("washSale", washSale)
                    .putValue("shortTermGain", shortTerm)
                    .putValue("estimatedTax", tax);

            Object required = ENGINE.evaluateDecisionTable(decision, variables).getSingleEntry();

            assertThat(required).isEqualTo(expected);
        }
    }
}
