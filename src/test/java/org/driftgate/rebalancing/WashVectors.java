package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.driftgate.household.Lot;

/** Disallowed losses and what becomes of them. */
final class WashVectors {

    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 5);

    private WashVectors() {}

    static void register(Map<String, BiConsumer<VectorCase, ObjectNode>> kinds) {
        kinds.put("wash-ira-2008-5", WashVectors::retirement);
        kinds.put("wash-vita", WashVectors::oneBuy);
        kinds.put("wash-one-buy", WashVectors::oneBuy);
        kinds.put("wash-window", WashVectors::window);
        kinds.put("wash-several-buys", WashVectors::severalBuys);
        kinds.put("wash-ira-sell", WashVectors::saleInRetirement);
        kinds.put("wash-tack", WashVectors::tack);
    }

    private static void retirement(VectorCase vector, ObjectNode actual) {
        JsonNode sell = vector.input().get("trades").get(0);
        JsonNode buy = vector.input().get("trades").get(1);
        WashMatching wash = WashMatching.of(sale(sell), List.of(bought(buy)));
        put(wash, actual);
        actual.put("permanentlyLost", wash.lostForGood());
        BigDecimal increase = BigDecimal.ZERO;
        for (var match : wash.matches())
            increase = increase.add(match.basis()).subtract(match.bought().cost());
        actual.put("basisIncrease", increase);
    }

    private static void oneBuy(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        JsonNode buy = input.has("buy") ? input.get("buy") : input.get("buyWithin30Days");
        WashMatching wash = WashMatching.of(sale(input.get("sell")), List.of(bought(buy)));
        put(wash, actual);
        actual.put("realizedGain", wash.sale().gain());
        BigDecimal basis = wash.matches().isEmpty()
                ? number(buy, "cost")
                : wash.matches().get(0).basis();
        actual.put("newBasis", basis).put("replacementBasis", basis);
    }

    private static void severalBuys(VectorCase vector, ObjectNode actual) {
        JsonNode sell = vector.input().get("sell");
        BigDecimal perShare = sell.has("lossPerShare")
                ? number(sell, "lossPerShare").negate()
                : number(sell, "pricePerShare").subtract(number(sell, "basisPerShare"));
        BigDecimal quantity = number(sell, "qty");
        List<WashMatching.Replacement> buys = new ArrayList<>();
        vector.input().get("buys").forEach(buy -> buys.add(bought(buy)));
        WashMatching wash =
                WashMatching.of(new WashMatching.LossSale(day(sell), quantity, perShare.multiply(quantity)), buys);
        put(wash, actual);
        var matched = actual.putArray("matchedBuys");
        BigDecimal basis = BigDecimal.ZERO;
        for (var match : wash.matches()) {
            matched.add(match.bought().date().toString());
            basis = basis.add(match.basis());
        }
        actual.put("replacementBasis", basis);
    }

    private static void window(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        actual.put(
                "inWindow",
                WashMatching.isInWindow(
                        LocalDate.parse(input.get("lossSaleDate").asText()),
                        LocalDate.parse(input.get("purchaseDate").asText())));
    }

    /** The rebalancer's own totals: cash is needed, the only holding stands below its basis. */
    private static void saleInRetirement(VectorCase vector, ObjectNode actual) {
        JsonNode sell = vector.input().get("sell");
        var paper = new HouseholdOnPaper();
        String value = sell.get("proceeds").asText();
        String share = BigDecimal.ONE
                .subtract(new BigDecimal(
                        sell.get("basis").asDouble() / sell.get("proceeds").asDouble()))
                .toPlainString();
        paper.account("IRA", !sell.get("acct").asText().equals("ira"), "1", value, "0")
                .lot("IRA", "l", "X", value, share)
                .security("X", "EQ")
                .assetClass("EQ", "0", "1", "0");
        Rebalancing answer = Rebalancer.rebalance(paper.request());
        actual.put("realizedGain", answer.realizedGain()).put("tax", answer.tax());
    }

    private static void tack(VectorCase vector, ObjectNode actual) {
        JsonNode original = vector.input().get("orig");
        JsonNode replacement = vector.input().get("replacement");
        LocalDate acquired = LocalDate.parse(original.get("acq").asText());
        LocalDate lost = LocalDate.parse(original.get("soldAtLoss").asText());
        LocalDate replaced = LocalDate.parse(replacement.get("acq").asText());
        LocalDate sold = LocalDate.parse(replacement.get("sold").asText());
        LocalDate counted = WashMatching.tacked(acquired, lost, replaced);
        actual.put("originalDays", ChronoUnit.DAYS.between(acquired, lost));
        actual.put("replacementDays", ChronoUnit.DAYS.between(replaced, sold));
        actual.put("totalDays", ChronoUnit.DAYS.between(counted, sold));
        actual.put("term", sold.isBefore(Lot.firstLongTermDay(counted)) ? "ST" : "LT");
    }

    private static void put(WashMatching wash, ObjectNode actual) {
        actual.put("grossLoss", wash.sale().gain());
        actual.put("disallowedLoss", wash.disallowed()).put("allowedLoss", wash.allowed());
    }

    private static WashMatching.LossSale sale(JsonNode sell) {
        BigDecimal gain = number(sell, "proceeds").subtract(number(sell, "basis"));
        return new WashMatching.LossSale(day(sell), number(sell, "qty"), gain);
    }

    private static WashMatching.Replacement bought(JsonNode buy) {
        BigDecimal quantity = number(buy, "qty");
        BigDecimal cost = buy.has("cost")
                ? number(buy, "cost")
                : buy.has("pricePerShare") ? number(buy, "pricePerShare").multiply(quantity) : BigDecimal.ZERO;
        return new WashMatching.Replacement(
                day(buy), quantity, cost, buy.path("type").asText().equals("ira"));
    }

    private static LocalDate day(JsonNode trade) {
        return trade.has("date") ? LocalDate.parse(trade.get("date").asText()) : ANY_DAY;
    }

    private static BigDecimal number(JsonNode node, String field) {
        return node.get(field).decimalValue();
    }
}
