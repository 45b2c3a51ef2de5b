package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.driftgate.shared.Side;

/** Harvesting: thresholds, substitutes, recent purchases. */
final class HarvestVectors {

    private HarvestVectors() {}

    static void register(Map<String, BiConsumer<VectorCase, ObjectNode>> kinds) {
        kinds.put("harvest-threshold", HarvestVectors::threshold);
        kinds.put("harvest-loss-lots", HarvestVectors::lossLots);
        kinds.put("harvest-pair-1", PairVectors::pair);
        kinds.put("harvest-di-100", HarvestVectors::directIndex);
        kinds.put("harvest-fifo-exec", HarvestVectors::disposal);
        kinds.put("harvest-wash-fava", HarvestVectors::onlyRecentLot);
        kinds.put("harvest-7etf", HarvestVectors::sevenFunds);
        kinds.put("harvest-recent-buy", HarvestVectors::recentBuy);
    }

    private static void threshold(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        JsonNode position = input.get("position");
        BigDecimal value = number(position, "mv");
        BigDecimal basis = number(position, "basis");
        boolean harvest = HarvestCandidates.isWorthIt(
                value,
                basis,
                input.path("pctThreshold").decimalValue(),
                input.path("dollarThreshold").decimalValue());
        actual.put("harvest", harvest).put("loss", value.subtract(basis));
    }

    private static void lossLots(VectorCase vector, ObjectNode actual) {
        BigDecimal price = number(vector.input(), "price");
        HarvestBook book = new HarvestBook();
        vector.input()
                .get("lots")
                .forEach(lot -> book.lot(
                        lot.get("id").asText(), "X", number(lot, "q"), number(lot, "basis"), HarvestBook.LONG_AGO));
        var loss = BigDecimal.ZERO;
        var proceeds = BigDecimal.ZERO;
        var ids = actual.putArray("harvestLots");
        for (TaxLot lot : HarvestCandidates.lossLots(book.account(), "X", price, BigDecimal.ZERO, BigDecimal.ZERO)) {
            ids.add(lot.id());
            proceeds = proceeds.add(lot.quantity().multiply(price));
            loss = loss.add(lot.quantity().multiply(price)).subtract(lot.basis());
        }
        actual.put("loss", loss).put("proceeds", proceeds);
    }

    private static void directIndex(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        HarvestBook book = new HarvestBook();
        List<String> prices = new ArrayList<>();
        for (var field : input.properties())
            if (field.getKey().startsWith("price"))
                prices.addAll(Collections.nCopies(
                        field.getValue().asInt(), field.getKey().substring("price".length())));
        book.target("EQ", BigDecimal.ONE);
        for (int stock = 0; stock < input.get("n").asInt(); stock++) {
            String symbol = "S%03d".formatted(stock);
            book.security(symbol, "EQ", new BigDecimal(stock < prices.size() ? prices.get(stock) : "100"));
            book.lot(symbol, symbol, new BigDecimal("100"), new BigDecimal("10000"), HarvestBook.LONG_AGO);
        }
        Rebalancing answer = Rebalancer.rebalance(book.request());
        long sold = answer.trades().stream()
                .filter(trade -> trade.side() == Side.SELL)
                .count();
        actual.put("harvestCount", sold).put("realizedLoss", answer.realizedGain());
    }

    private static void disposal(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        HarvestBook book = new HarvestBook();
        book.day = LocalDate.parse(input.get("asOf").asText());
        book.shortRate = number(input.get("rates"), "st");
        book.longRate = number(input.get("rates"), "lt");
        BigDecimal price = number(input, "price");
        BigDecimal quantity = number(input, "sellQty");
        input.get("lots")
                .forEach(lot -> book.lot(
                        lot.get("id").asText(),
                        "X",
                        number(lot, "q"),
                        number(lot, "basis"),
                        LocalDate.parse(lot.get("acq").asText())));
        book.buyable = false;
        book.security("X", "EQ", price).target("EQ", BigDecimal.ONE);
        book.need = quantity.multiply(price);
        Rebalancing answer = Rebalancer.rebalance(book.request());
        List<String> lots = new ArrayList<>();
        BigDecimal gain = BigDecimal.ZERO;
        for (LotSale sale : answer.lotSales()) {
            lots.add(sale.lot());
            gain = gain.add(sale.gain());
        }
        put(actual.putObject("specificLot"), lots, gain, answer.tax());
        List<String> first = new ArrayList<>();
        BigDecimal firstGain = BigDecimal.ZERO;
        BigDecimal tax = BigDecimal.ZERO;
        for (var part : DefaultDisposal.firstInFirstOut(book.account().lots(), quantity, price, book.day)) {
            first.add(part.lot().id());
            firstGain = firstGain.add(part.gain());
            tax = tax.add(part.gain().multiply(part.longTerm() ? book.longRate : book.shortRate));
        }
        put(actual.putObject("fifo"), first, firstGain, tax);
        actual.put("taxDelta", tax.subtract(answer.tax()));
    }

    private static void put(ObjectNode disposal, List<String> lots, BigDecimal gain, BigDecimal tax) {
        disposal.put("lot", String.join("+", lots)).put("gain", gain).put("tax", tax);
    }

    private static void onlyRecentLot(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        HarvestBook book = new HarvestBook();
        BigDecimal quantity = number(input, "qty");
        LocalDate bought = book.day.minusDays(input.get("buyDaysAgo").asLong());
        book.lot("l", "X", quantity, quantity.multiply(number(input, "basis")), bought);
        book.security("X", "EQ", number(input, "price")).security("Y", "EQ", BigDecimal.TEN);
        book.target("EQ", BigDecimal.ONE);
        Solution solution = SyntheticVectors.solve(book.request());
        Rebalancing answer = Rebalancer.rebalance(book.request());
        int group = solution.groups.groupOf[0];
        boolean candidate = answer.lotSales().size() == 1
                && answer.lotSales().get(0).quantity().compareTo(quantity) == 0;
        actual.put("candidate", candidate);
        actual.put("disallowed", candidate ? answer.lotSales().get(0).disallowed() : BigDecimal.ZERO);
        actual.put("buysLockedThroughDay", candidate ? LotBook.WASH_DAYS : 0);
        actual.put("flag", String.join(", ", new WashFlags(solution.problem, solution.groups).of(group)));
    }

    private static void sevenFunds(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        HarvestBook book = new HarvestBook();
        book.percent = input.path("minLossPct").decimalValue();
        Map<String, String> classOf = fundClasses(input);
        Map<String, BigDecimal> prices = new HashMap<>();
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (var fund : input.get("positions").properties()) {
            JsonNode row = fund.getValue();
            BigDecimal quantity = row.get(0).decimalValue();
            book.lot(fund.getKey(), fund.getKey(), quantity, row.get(1).decimalValue(), HarvestBook.LONG_AGO);
            prices.put(fund.getKey(), row.get(2).decimalValue());
            values.merge(
                    classOf.get(fund.getKey()), quantity.multiply(row.get(2).decimalValue()), BigDecimal::add);
        }
        classOf.forEach((fund, tier) -> book.security(fund, tier, prices.getOrDefault(fund, BigDecimal.TEN)));
        BigDecimal total = values.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        values.forEach((tier, value) -> book.target(tier, value.divide(total, MathContext.DECIMAL64)));
        Rebalancing answer = Rebalancer.rebalance(book.request());
        Map<String, BigDecimal> losses = new HashMap<>();
        answer.lotSales().forEach(sale -> losses.merge(sale.symbol(), sale.gain(), BigDecimal::add));
        var harvest = actual.putArray("harvest");
        var kept = actual.putArray("notHarvested");
        ObjectNode perFund = actual.putObject("losses");
        input.get("positions").fieldNames().forEachRemaining(fund -> {
            (losses.containsKey(fund) ? harvest : kept).add(fund);
            if (losses.containsKey(fund)) perFund.put(fund, losses.get(fund));
        });
        actual.put("totalHarvested", answer.realizedGain());
    }

    /** One class for each fund and its alternate; an alternate of two funds joins them. */
    private static Map<String, String> fundClasses(JsonNode input) {
        Map<String, String> classOf = new LinkedHashMap<>();
        input.get("positions").fieldNames().forEachRemaining(fund -> {
            String alternate = input.get("alternates").path(fund).asText(fund);
            String tier = classOf.getOrDefault(fund, classOf.getOrDefault(alternate, fund));
            classOf.put(fund, tier);
            classOf.put(alternate, tier);
        });
        return classOf;
    }

    private static void recentBuy(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        HarvestBook book = new HarvestBook();
        book.day = LocalDate.parse(input.get("asOf").asText());
        book.cash = input.path("cash").decimalValue();
        input.get("lots")
                .forEach(lot -> book.lot(
                        lot.get("id").asText(),
                        lot.get("sec").asText(),
                        number(lot, "q"),
                        number(lot, "basis"),
                        LocalDate.parse(lot.get("acq").asText())));
        for (var price : input.get("price").properties())
            book.security(price.getKey(), "EQ", price.getValue().decimalValue());
        book.classes.add(new ClassTarget("EQ", null, null));
        JsonNode elsewhere = input.path("otherAccountRecentBuy");
        if (WashMatching.isInWindow(
                book.day, LocalDate.parse(elsewhere.path("acq").asText("0001-01-01"))))
            book.bought = Set.of(elsewhere.get("sec").asText());
        Solution solution = SyntheticVectors.solve(book.request());
        HouseholdProblem problem = solution.problem;
        for (int position = 0; position < problem.positions.count; position++) {
            TradedSecurity security = problem.securities.get(problem.positions.security[position]);
            double cents = RaisableCash.sellable(problem, solution.stack, solution.wash(), position);
            String letter = security.symbol().substring(security.symbol().length() - 1);
            actual.put("sellable" + letter, cents / 100 / security.price().doubleValue());
        }
        actual.put("maxWithdrawalNoWash", RaisableCash.of(problem, solution.stack, solution.wash(), 0) / 100);
        actual.put("totalValue", problem.value / 100);
    }

    private static BigDecimal number(JsonNode node, String field) {
        return node.get(field).decimalValue();
    }
}
