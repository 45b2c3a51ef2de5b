package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.story.FirmRecord.id;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.driftgate.process.Rows;

/** A security comes on the restricted list, and under a limit of its own, while orders for it wait for their release. */
final class RuleChange {

    private static final String FILE = "pre-trade-rules.dmn";

    private final RunningApplication application;
    private final Api api;
    private final String caseId;
    private final String symbol;

    /** The security is one that few of the cases buy. */
    RuleChange(RunningApplication application, Api api, List<JsonNode> waiting) {
        this.application = application;
        this.api = api;
        Map<String, Integer> buyers = new TreeMap<>();
        Map<String, String> caseOf = new TreeMap<>();
        for (JsonNode about : waiting)
            for (JsonNode trade : review(id(about)).get("lines")) {
                if (!trade.get("side").asText().equals("BUY")) continue;
                String bought = trade.get("symbol").asText();
                buyers.merge(bought, 1, Integer::sum);
                caseOf.put(bought, id(about));
            }
        symbol = buyers.keySet().stream().min(Comparator.comparing(buyers::get)).orElseThrow();
        caseId = String.valueOf(caseOf.get(symbol));
    }

    /** As the process owner does it in Modeler. */
    void deploy() {
        String file = shipped();
        file = Rows.blocking(file, "pre-trade-restriction", 2, "\"%s\"".formatted(symbol), "LIST-1", "");
        file = Rows.blocking(file, "pre-trade-concentration", 1, "\"%s\"".formatted(symbol), "LIST-2", "0.01");

        var answer = new ModelerUpload(application).deploy("owner", FILE, file);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.body().get("deployedDecisionDefinitions")).isNotEmpty();
    }

    /** The version that waited was found stale for the new rule, and the fresh one has the finding with its figures. */
    void isBackAtTheGate() {
        assertThat(api.get("examiner", "/api/cases/" + caseId).get("state").asText())
                .isEqualTo("IN_REVIEW");
        List<JsonNode> timeline = Staff.list(api.get("examiner", "/api/cases/" + caseId + "/timeline"));
        assertThat(timeline).anySatisfy(entry -> {
            assertThat(entry.get("event").asText()).isEqualTo("RELEASE_CHECKED");
            assertThat(entry.get("facts").get("verdict").asText()).isEqualTo("STALE");
            assertThat(entry.get("facts").get("reasons").toString())
                    .contains("New finding: BLOCK RESTRICTION", symbol, "the firm's rule LIST-1");
        });
        JsonNode view = review(caseId);
        assertThat(view.get("findings")).anySatisfy(finding -> {
            assertThat(finding.get("severity").asText()).isEqualTo("BLOCK");
            assertThat(finding.get("sentence").asText()).contains(symbol, "the firm's rule LIST-1");
            assertThat(finding.get("lines")).isNotEmpty();
        });
        assertThat(view.get("rules")).anySatisfy(rule -> {
            assertThat(rule.get("row").asText()).isEqualTo("LIST-2");
            assertThat(rule.get("outcome").asText()).isEqualTo("BLOCK");
            assertThat(rule.get("limit").decimalValue()).isEqualByComparingTo("0.01");
            assertThat(rule.get("actual").decimalValue())
                    .isGreaterThan(rule.get("limit").decimalValue());
            assertThat(rule.get("decidedBy").asText()).isEqualTo("pre-trade-concentration version 2");
        });
    }

    void sentNothingOfIt(List<JsonNode> orders) {
        String today =
                api.get("examiner", "/api/demo/clock").get("now").asText().substring(0, 10);
        assertThat(orders)
                .filteredOn(order -> order.get("at").asText().startsWith(today))
                .noneMatch(order -> order.get("symbol").asText().equals(symbol)
                        && order.get("side").asText().equals("BUY"));
        assertThat(Staff.list(api.get("examiner", "/api/cases/" + caseId + "/timeline")))
                .as(caseId)
                .noneMatch(entry -> entry.get("event").asText().equals("ORDER_CLAIMED"));
    }

    private JsonNode review(String about) {
        return api.get("reviewer", "/api/reviews/" + about);
    }

    private static String shipped() {
        try {
            return Files.readString(Path.of("processes", FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
