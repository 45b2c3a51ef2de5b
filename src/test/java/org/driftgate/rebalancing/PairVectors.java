package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.driftgate.shared.Side;

/** A loss exchanged for an equivalent. */
final class PairVectors {

    private PairVectors() {}

    static void pair(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        HarvestBook book = new HarvestBook();
        book.day = LocalDate.parse(input.get("asOf").asText());
        book.percent = input.path("minLossPct").decimalValue();
        book.cash = input.path("cash").decimalValue();
        for (JsonNode lot : input.get("lots"))
            book.lot(
                    lot.get("sec").asText() + "-" + lot.get("acq").asText() + "-"
                            + book.account().lots().size(),
                    lot.get("sec").asText(),
                    number(lot, "q"),
                    number(lot, "basis"),
                    LocalDate.parse(lot.get("acq").asText()));
        Map<String, String> classOf = tiers(input);
        input.get("targets")
                .fieldNames()
                .forEachRemaining(tier -> book.target(tier, number(input.get("targets"), tier)));
        for (var price : input.get("prices").properties())
            book.security(
                    price.getKey(),
                    classOf.get(price.getKey()),
                    price.getValue().decimalValue(),
                    rank(input, price.getKey()));
        Rebalancing answer = Rebalancer.rebalance(book.request());
        putTrades(answer, actual);
        actual.put("realizedLoss", answer.realizedGain()).put("residualDrift", answer.outsideBands());
        var untouched = actual.putArray("noTrade");
        Set<String> traded = Set.copyOf(
                answer.trades().stream().map(ProposedTrade::symbol).distinct().toList());
        Set<String> held = new LinkedHashSet<>();
        input.get("lots").forEach(lot -> held.add(lot.get("sec").asText()));
        held.removeAll(traded);
        held.forEach(untouched::add);
    }

    /** Its place in the list of equivalents that names it: the first is the dearest to the firm. */
    private static int rank(JsonNode input, String symbol) {
        for (JsonNode members : input.path("equivalents"))
            for (int place = 0; place < members.size(); place++)
                if (members.get(place).asText().equals(symbol)) return place;
        return 0;
    }

    /** The tier of each security: its list of equivalents, else the tier without a list whose weight it has. */
    private static Map<String, String> tiers(JsonNode input) {
        Map<String, String> tiers = new HashMap<>();
        Map<String, BigDecimal> open = new LinkedHashMap<>();
        for (var target : input.get("targets").properties()) {
            JsonNode members = input.path("equivalents").path(target.getKey());
            members.forEach(symbol -> tiers.put(symbol.asText(), target.getKey()));
            if (members.isEmpty()) open.put(target.getKey(), target.getValue().decimalValue());
        }
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (JsonNode lot : input.get("lots")) {
            String symbol = lot.get("sec").asText();
            values.merge(symbol, number(lot, "q").multiply(number(input.get("prices"), symbol)), BigDecimal::add);
        }
        BigDecimal cash = input.path("cash").decimalValue();
        BigDecimal total = values.values().stream().reduce(cash, BigDecimal::add);
        values.keySet().removeAll(tiers.keySet());
        values.forEach((symbol, value) -> {
            BigDecimal weight = value.divide(total, MathContext.DECIMAL64);
            tiers.put(symbol, nearest(open, weight));
        });
        return tiers;
    }

    private static String nearest(Map<String, BigDecimal> tiers, BigDecimal weight) {
        return tiers.entrySet().stream()
                .min(Comparator.comparing(
                        tier -> tier.getValue().subtract(weight).abs()))
                .orElseThrow()
                .getKey();
    }

    private static void putTrades(Rebalancing answer, ObjectNode actual) {
        ObjectNode sell = actual.putObject("sell");
        ObjectNode buy = actual.putObject("buy");
        for (ProposedTrade trade : answer.trades())
            (trade.side() == Side.SELL ? sell : buy).put(trade.symbol(), trade.quantity());
    }

    private static BigDecimal number(JsonNode node, String field) {
        return node.get(field).decimalValue();
    }
}
