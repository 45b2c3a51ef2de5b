package org.driftgate.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * Everybody who works at the firm, through the API: reviewers, the tax reviewer, the advisers. Each decides by a simple
 * rule that depends on the household alone, so that every story goes the same way each time.
 */
final class Staff {

    private final Api api;
    private final Map<String, Integer> done = new TreeMap<>();

    Staff(Api api) {
        this.api = api;
    }

    /** What was decided so far, counted. */
    Map<String, Integer> done() {
        return Map.copyOf(done);
    }

    List<JsonNode> cases(String run) {
        return list(api.get("examiner", "/api/cases?runId=" + run));
    }

    List<JsonNode> cases(String run, String state) {
        return list(api.get("examiner", "/api/cases?runId=" + run + "&state=" + state));
    }

    /** Works every queue once; returns how many items were decided. */
    int workEveryQueue(String run) {
        int decided = 0;
        for (JsonNode about : cases(run)) if (work(about)) decided++;
        return decided;
    }

    /** Works what was in that state when asked; returns how many items were decided. */
    int work(String run, String state) {
        int decided = 0;
        for (JsonNode about : cases(run, state)) if (work(about)) decided++;
        return decided;
    }

    private boolean work(JsonNode about) {
        return switch (about.get("state").asText()) {
            case "IN_REVIEW" -> review(about);
            case "WITH_ADVISER" -> answer(about);
            case "IN_TAX_REVIEW" -> chooseLots(about);
            case "AWAITING_CONSENT" -> consent(about);
            case "EXCEPTION" -> resolve(about);
            case "BREAK" -> explain(about);
            case "HANDLING_MANUALLY" -> handle(about);
            default -> false;
        };
    }

    private boolean review(JsonNode about) {
        String id = id(about);
        JsonNode view = api.get("reviewer", "/api/reviews/" + id);
        var body = new TreeMap<String, Object>(Map.of(
                "version", view.get("version").asInt(),
                "tradeHash", view.get("tradeHash").asText(),
                "reason", "reviewed against the household's plan",
                "lines", List.of()));
        String kind = kindFor(about, view);
        body.put("decision", kind);
        if (kind.equals("APPROVE") && view.get("approvalMode").asText().equals("TRADE"))
            body.put("lines", keepAll(view));
        if (kind.equals("APPROVE_WITH_CHANGES")) body.put("lines", withoutLastBuy(view));
        Api.Answer answer =
                api.post(reviewerOf(id, view.get("version").asInt()), "/api/reviews/" + id + "/decision", body);
        count(kind + " " + answer.status());
        if (answer.status() / 100 != 2)
            throw new AssertionError("%s of %s: %d %s".formatted(kind, id, answer.status(), answer.body()));
        return true;
    }

    /** Whoever may still sign: neither who proposed the version nor who has signed it already. */
    private String reviewerOf(String id, int version) {
        String usual = version % 2 == 1 ? "reviewer" : "reviewer2";
        JsonNode obstacle = api.get(usual, "/api/reviews/" + id).path("whyNotYou");
        if (obstacle.isNull() || obstacle.isMissingNode()) return usual;
        return usual.equals("reviewer") ? "reviewer2" : "reviewer";
    }

    private static String kindFor(JsonNode about, JsonNode view) {
        boolean blocked = list(view.get("findings")).stream()
                .anyMatch(finding -> finding.get("severity").asText().equals("BLOCK"));
        if (blocked) return "DECLINE";
        int number = number(about);
        boolean first = view.get("version").asInt() == 1 && view.get("thread").isEmpty();
        if (first && number % 11 == 0) return "DECLINE";
        if (first && number % 13 == 0) return "ASK_ADVISER";
        if (first && number % 7 == 0 && hasBuyToSpare(view)) return "APPROVE_WITH_CHANGES";
        return "APPROVE";
    }

    private static boolean hasBuyToSpare(JsonNode view) {
        return list(view.get("lines")).stream()
                        .filter(line -> line.get("side").asText().equals("BUY"))
                        .count()
                > 1;
    }

    private static List<Map<String, Object>> keepAll(JsonNode view) {
        return list(view.get("lines")).stream()
                .map(line -> Map.<String, Object>of("line", line.get("line").asInt(), "action", "KEEP"))
                .toList();
    }

    /** Every line is kept but the smallest buy, which shrinks by one share: the least a reviewer can take away. */
    private static List<Map<String, Object>> withoutLastBuy(JsonNode view) {
        JsonNode smallest = list(view.get("lines")).stream()
                .filter(line -> line.get("side").asText().equals("BUY"))
                .filter(line -> line.get("quantity").asInt() > 1)
                .min(java.util.Comparator.comparing(
                        line -> line.get("amount").decimalValue().abs()))
                .orElseThrow();
        List<Map<String, Object>> lines = new ArrayList<>();
        for (JsonNode line : view.get("lines"))
            lines.add(
                    line == smallest
                            ? Map.of(
                                    "line",
                                    line.get("line").asInt(),
                                    "action",
                                    "CHANGE",
                                    "quantity",
                                    "" + (line.get("quantity").asInt() - 1),
                                    "reason",
                                    "one share less keeps the reserve")
                            : Map.of("line", line.get("line").asInt(), "action", "KEEP"));
        return lines;
    }

    private boolean answer(JsonNode about) {
        api.post(adviser(about), "/api/questions/" + id(about), Map.of("answer", "the client knows and agrees"))
                .ok();
        return count("question answered");
    }

    private boolean chooseLots(JsonNode about) {
        JsonNode view = api.get("tax", "/api/tax-reviews/" + id(about));
        List<Map<String, Object>> sales = new ArrayList<>();
        for (JsonNode sale : view.get("sales"))
            sales.add(Map.of(
                    "line", sale.get("line").asInt(),
                    "quantity", sale.get("quantity").asText(),
                    "lots", chosen(sale)));
        api.post(
                        "tax",
                        "/api/tax-reviews/" + id(about),
                        Map.of(
                                "version",
                                view.get("version").asInt(),
                                "tradeHash",
                                view.get("tradeHash").asText(),
                                "sales",
                                sales,
                                "note",
                                "lots as proposed"))
                .ok();
        return count("lots chosen");
    }

    private static List<Map<String, String>> chosen(JsonNode sale) {
        return list(sale.get("lots")).stream()
                .filter(lot -> lot.get("quantity").decimalValue().signum() > 0)
                .map(lot -> Map.of(
                        "lot",
                        lot.get("lot").asText(),
                        "quantity",
                        lot.get("quantity").asText()))
                .toList();
    }

    private boolean consent(JsonNode about) {
        JsonNode view = api.get(adviser(about), "/api/consents/" + id(about));
        String now = api.get("examiner", "/api/demo/clock").get("now").asText();
        api.post(
                        adviser(about),
                        "/api/consents/" + id(about),
                        Map.of(
                                "version",
                                view.get("version").asInt(),
                                "given",
                                number(about) % 17 != 0,
                                "client",
                                about.get("householdName").asText(),
                                "channel",
                                "telephone",
                                "at",
                                now,
                                "note",
                                "called back on the number on file"))
                .ok();
        return count("consent recorded");
    }

    private boolean resolve(JsonNode about) {
        JsonNode view = api.get(adviser(about), "/api/exceptions/" + id(about));
        boolean byHand = (number(about) % 2 == 0 && allowed(view, "BY_HAND")) || !allowed(view, "CANCEL");
        String action = byHand ? "BY_HAND" : "CANCEL";
        api.post(
                        adviser(about),
                        "/api/exceptions/" + id(about),
                        Map.of(
                                "action",
                                action,
                                "reference",
                                "AC-" + number(about),
                                "reason",
                                "settled with the client",
                                "lines",
                                List.of()))
                .ok();
        return count("exception " + action);
    }

    private static boolean allowed(JsonNode view, String action) {
        return list(view.get("actions")).stream()
                .anyMatch(safe -> safe.get("action").asText().equals(action)
                        && safe.get("allowed").asBoolean());
    }

    private boolean handle(JsonNode about) {
        api.post(adviser(about), "/api/manual/" + id(about), Map.of("note", "met the family; rebalanced by hand later"))
                .ok();
        return count("handled by hand");
    }

    private boolean explain(JsonNode about) {
        api.post("trader", "/api/breaks/" + id(about), Map.of("note", "asked the custodian; corrected there tonight"))
                .ok();
        return count("break explained");
    }

    private boolean count(String what) {
        done.merge(what, 1, Integer::sum);
        return true;
    }

    private static int number(JsonNode about) {
        return Integer.parseInt(about.get("household").asText().replaceAll("\\D", ""));
    }

    private static String id(JsonNode about) {
        return about.get("caseId").asText();
    }

    private static String adviser(JsonNode about) {
        return about.get("adviser").asText();
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
