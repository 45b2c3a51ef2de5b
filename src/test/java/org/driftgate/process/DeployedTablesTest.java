package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.driftgate.process.engine.EngineTime;
import org.driftgate.process.engine.EngineUser;
import org.driftgate.review.PreTradeCheck.Fact;
import org.driftgate.review.PreTradeCheck.Outcome;
import org.driftgate.review.PreTradeCheck.Ruling;
import org.driftgate.review.PreTradeRule;
import org.driftgate.review.PreTradeRule.Circumstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pre-trade tables in the real engine: shipped, edited, refused. */
class DeployedTablesTest {

    private static final String TABLE = "pre-trade-concentration";
    private static final String FILE = "processes/pre-trade-rules.dmn";

    private final RepositoryService repository = EngineUnderTest.engine().getRepositoryService();
    private final EngineUser user = EngineUnderTest.bean(EngineUser.class);
    private final DeployedTables tables = EngineUnderTest.bean(DeployedTables.class);

    @Test
    void hasATableForEveryRule() {
        assertThat(tables.at(now()).keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(PreTradeRule.values())
                        .map(PreTradeRule::table)
                        .toList());
    }

    @Test
    void followsAnEditedTableFromItsDeploymentOn() {
        Ruling before = ruling(now());
        assertThat(before.outcome()).isEqualTo(Outcome.PASS);
        String edited = Rows.add(ShippedRules.text(), TABLE, "> 10", "CON-9", "BLOCK", "10", "", "");

        String deployment = deploy(edited);
        try {
            Ruling after = ruling(now().plus(Duration.ofMinutes(1)));

            assertThat(after.outcome()).isEqualTo(Outcome.BLOCK);
            assertThat(after.row()).isEqualTo("CON-9");
            assertThat(after.decidedBy()).isNotEqualTo(before.decidedBy());
            assertThat(after.hash())
                    .isEqualTo(DeployedTables.sha256(edited.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .isNotEqualTo(before.hash());
            assertThat(ruling(deployedAt(deployment).minusSeconds(1)).outcome()).isEqualTo(Outcome.PASS);
        } finally {
            repository.deleteDeployment(deployment, true);
        }
        assertThat(ruling(now()).decidedBy()).isEqualTo(before.decidedBy());
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "hitPolicy=\"COLLECT\" | hitPolicy=\"FIRST\" | has to be COLLECT",
                "name=\"because\" | name=\"reason\" | the outputs have to be",
                "<text>securityKind</text> | <text>kind</text> | 'kind' is not among",
                "\"STOCK\" | STOCK | STOCK",
                "\"STOCK\" | \"STOCK | is not FEEL",
                "\"STOCK\" | > 5 | 'STOCK'",
                "&gt; limit | &gt; limti | limti",
                "\"WARN\" | \"HALT\" | says 'HALT', not PASS, WARN or BLOCK",
                "\"CON-1\" | '' | has no rule id",
                "id=\"con1OutputEffectiveTo\"><text> | id=\"con1OutputEffectiveTo\"><text>\"31.12.2026\" | not a day such as",
                "id=\"con1OutputLimit\"><text> | id=\"con1OutputLimit\"><text>\"20\" | not a number",
                "id=\"con0Actual\"><text> | id=\"con0Actual\"><text>&lt; 50 | a row without conditions",
                "id=\"con0OutputEffectiveTo\"><text> | id=\"con0OutputEffectiveTo\"><text>\"2026-12-31\" | a row without conditions",
                "id=\"pre-trade-concentration\" | id=\"pre-trade-concentrated\" | asks no table of this name",
            })
    void refusesATableThatCouldNotDecide(String before, String after, String sentence) {
        String edited = edited(before, after);
        assertThat(edited).isNotEqualTo(ShippedRules.text());

        assertThatThrownBy(() -> deploy(edited))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("was not deployed and nothing was changed")
                .hasMessageContaining(sentence)
                .hasMessageContaining("(rule: tables that can be asked)");
    }

    /** In the table of concentrations only. */
    private static String edited(String before, String after) {
        String file = ShippedRules.text();
        int start = file.indexOf("<decision id=\"%s\"".formatted(TABLE));
        int end = file.indexOf("</decision>", start);
        return file.substring(0, start) + file.substring(start, end).replace(before, after) + file.substring(end);
    }

    private Ruling ruling(Instant at) {
        var fact = new Fact(
                PreTradeRule.CONCENTRATION,
                BigDecimal.valueOf(15),
                BigDecimal.valueOf(20),
                Map.of(Circumstance.SYMBOL, "XYZ", Circumstance.SECURITY_KIND, "STOCK"));
        return PreTradeTables.ruling(fact, tables.at(at).get(TABLE), LocalDate.parse("2026-11-20"));
    }

    private Instant deployedAt(String deployment) {
        return repository
                .createDeploymentQuery()
                .deploymentId(deployment)
                .singleResult()
                .getDeploymentTime()
                .toInstant();
    }

    private static Instant now() {
        return EngineTime.now();
    }

    private String deploy(String file) {
        var deployment = new String[1];
        user.as(
                "owner",
                () -> deployment[0] = repository
                        .createDeployment()
                        .name("from Modeler")
                        .addString(FILE, file)
                        .deploy()
                        .getId());
        return deployment[0];
    }
}
