package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Facts taken from the tests of other projects. */
final class PeerVectors {

    private PeerVectors() {}

    static void register(Map<String, BiConsumer<VectorCase, ObjectNode>> kinds) {
        kinds.put("peer-fava-noacc", PeerVectors::candidates);
        kinds.put("peer-fava-basic", PeerVectors::candidates);
        kinds.put("peer-fava-mingains", PeerVectors::leastGains);
        kinds.put("peer-fava-ident", PeerVectors::identical);
    }

    private static void candidates(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        var book = new HarvestBook();
        book.lot(
                "l",
                "BNCT",
                BigDecimal.ONE,
                number(input, "basis"),
                book.day.minusDays(input.get("buyDaysAgo").asLong()));
        book.security("BNCT", "EQ", number(input, "price")).target("EQ", BigDecimal.ONE);
        TradedAccount account = book.account();
        if (input.has("account"))
            account = new TradedAccount(
                    "other",
                    "u",
                    false,
                    true,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    Map.of(),
                    account.lots());
        actual.put(
                "candidates",
                HarvestCandidates.lossLots(account, "BNCT", number(input, "price"), BigDecimal.ZERO, BigDecimal.ZERO)
                        .size());
        Solution solution = SyntheticVectors.solve(book.request());
        actual.put(
                "recentPurchases",
                new WashFlags(solution.problem, solution.groups)
                        .recentlyBought(0)
                        .size());
    }

    private static void leastGains(VectorCase vector, ObjectNode actual) {
        List<JsonNode> rows = new ArrayList<>();
        vector.input().get("lots").forEach(rows::add);
        var order = actual.arrayNode();
        BigDecimal raised = BigDecimal.ZERO;
        Set<String> seen = new TreeSet<>();
        for (int count = 0; count < rows.size(); count++) {
            raised = raised.add(new BigDecimal(count == 0 ? "0.01" : "0.02"));
            Rebalancing answer = Rebalancer.rebalance(raising(rows, raised));
            for (LotSale sale : answer.lotSales()) if (seen.add(sale.symbol())) order.add(sale.symbol());
            raised = all(rows, seen);
            answer = Rebalancer.rebalance(raising(rows, raised));
            if (count == 0) actual.put("firstProceeds", raised).put("firstGain", answer.realizedGain());
            actual.put("cumulativeGain", answer.realizedGain());
        }
        actual.set("order", order);
    }

    private static BigDecimal all(List<JsonNode> rows, Set<String> symbols) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode row : rows)
            if (symbols.contains(row.get("sec").asText()))
                sum = sum.add(number(row, "q").multiply(number(row, "price")));
        return sum;
    }

    private static RebalancingRequest raising(List<JsonNode> rows, BigDecimal need) {
        var book = new HarvestBook();
        book.need = need;
        book.cash = BigDecimal.ZERO;
        for (JsonNode row : rows) {
            BigDecimal basis = number(row, "q").multiply(number(row, "unitBasis"));
            book.lot(row.get("sec").asText(), row.get("sec").asText(), number(row, "q"), basis, HarvestBook.LONG_AGO);
            book.security(row.get("sec").asText(), "EQ", number(row, "price"));
        }
        book.lot("rest", "REST", BigDecimal.ONE, BigDecimal.ZERO, HarvestBook.LONG_AGO);
        book.security("REST", "EQ", BigDecimal.ONE);
        book.classes.add(new ClassTarget("EQ", null, null));
        return book.request();
    }

    private static void identical(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        var book = new HarvestBook();
        Set<String> identical = new TreeSet<>();
        input.get("identical").forEach(symbol -> identical.add(symbol.asText()));
        book.identical = List.of(identical);
        Map<String, BigDecimal> prices = new java.util.HashMap<>();
        for (JsonNode lot : input.get("lots")) {
            String symbol = lot.get("sec").asText();
            BigDecimal price = input.get("price").path(symbol).decimalValue();
            prices.put(symbol, price.signum() > 0 ? price : number(lot, "basis"));
            book.lot(
                    symbol,
                    symbol,
                    BigDecimal.ONE,
                    number(lot, "basis"),
                    book.day.minusDays(lot.get("daysAgo").asLong()));
            book.security(symbol, "EQ", prices.get(symbol));
        }
        book.target("EQ", BigDecimal.ONE);
        Solution solution = SyntheticVectors.solve(book.request());
        var candidates = actual.putArray("candidates");
        prices.forEach((symbol, price) -> HarvestCandidates.lossLots(
                        book.account(), symbol, price, BigDecimal.ZERO, BigDecimal.ZERO)
                .forEach(lot -> candidates.add(lot.symbol())));
        actual.put("washCause", String.join(",", new WashFlags(solution.problem, solution.groups).recentlyBought(0)));
    }

    private static BigDecimal number(JsonNode node, String field) {
        return node.get(field).decimalValue();
    }
}
