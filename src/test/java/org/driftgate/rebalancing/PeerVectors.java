package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Facts taken from the tests of other projects. */
final class PeerVectors {

    /** An account that its pattern of taxable ones leaves out. */
    private static final Pattern OUTSIDE = Pattern.compile("\\bnon\\b|not ", Pattern.CASE_INSENSITIVE);

    private static final String REST = "rest";

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
        String account = input.path("account").asText();
        book.taxable = !OUTSIDE.matcher(account).find() && !WashVectors.isRetirement(account);
        actual.put(
                "candidates",
                HarvestCandidates.lossLots(
                                book.account(), "BNCT", number(input, "price"), BigDecimal.ZERO, BigDecimal.ZERO)
                        .size());
        Solution solution = SyntheticVectors.solve(book.request());
        actual.put(
                "recentPurchases",
                new WashFlags(solution.problem, solution.groups)
                        .recentlyBought(0)
                        .size());
    }

    /** Each time half a lot more than those already sold: only the next one may be touched. */
    private static void leastGains(VectorCase vector, ObjectNode actual) {
        JsonNode lots = vector.input().get("lots");
        BigDecimal half = null;
        for (JsonNode lot : lots) {
            BigDecimal part = value(lot).divide(BigDecimal.valueOf(2), MathContext.DECIMAL64);
            half = half == null ? part : half.min(part);
        }
        var order = actual.putArray("order");
        BigDecimal raised = BigDecimal.ZERO;
        Set<String> seen = new TreeSet<>();
        for (int count = 0; count < lots.size(); count++) {
            for (LotSale sale :
                    Rebalancer.rebalance(raising(lots, raised.add(half))).lotSales()) {
                if (sale.lot().equals(REST) || !seen.add(sale.lot())) continue;
                order.add(sale.symbol());
                raised = raised.add(value(lots.get(Integer.parseInt(sale.lot()))));
            }
            BigDecimal gain = Rebalancer.rebalance(raising(lots, raised)).realizedGain();
            if (count == 0) actual.put("firstProceeds", raised).put("firstGain", gain);
            actual.put("cumulativeGain", gain);
        }
    }

    private static BigDecimal value(JsonNode lot) {
        return number(lot, "q").multiply(number(lot, "price"));
    }

    /** What is not needed stays where it is, and nothing is bought. */
    private static RebalancingRequest raising(JsonNode lots, BigDecimal need) {
        var book = new HarvestBook();
        book.buyable = false;
        book.need = need.setScale(2, RoundingMode.FLOOR);
        Set<String> symbols = new TreeSet<>();
        for (int lot = 0; lot < lots.size(); lot++) {
            JsonNode row = lots.get(lot);
            String symbol = row.get("sec").asText();
            BigDecimal basis = number(row, "q").multiply(number(row, "unitBasis"));
            book.lot(String.valueOf(lot), symbol, number(row, "q"), basis, HarvestBook.LONG_AGO);
            if (symbols.add(symbol)) book.security(symbol, "EQ", number(row, "price"));
        }
        book.lot(REST, "REST", BigDecimal.ONE, BigDecimal.ZERO, HarvestBook.LONG_AGO);
        book.security("REST", "EQ", BigDecimal.ONE).target("EQ", BigDecimal.ONE);
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
        Set<String> causes = new TreeSet<>();
        prices.forEach((symbol, price) -> {
            var losses = HarvestCandidates.lossLots(book.account(), symbol, price, BigDecimal.ZERO, BigDecimal.ZERO);
            losses.forEach(lot -> candidates.add(lot.symbol()));
            if (!losses.isEmpty()) causes.addAll(causes(solution, symbol));
        });
        actual.put("washCause", String.join(",", causes));
    }

    /** What was bought lately in the group of a security. */
    private static List<String> causes(Solution solution, String symbol) {
        HouseholdProblem problem = solution.problem;
        for (int security = 0; security < problem.securities.size(); security++)
            if (problem.securities.get(security).symbol().equals(symbol))
                return new WashFlags(problem, solution.groups).recentlyBought(solution.groups.groupOf[security]);
        throw new IllegalArgumentException("no security " + symbol);
    }

    private static BigDecimal number(JsonNode node, String field) {
        return node.get(field).decimalValue();
    }
}
