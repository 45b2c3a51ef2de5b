package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
        kinds.put("harvest-pair-1", HarvestVectors::pair);
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
                value, basis, number(input, "pctThreshold"), number(input, "dollarThreshold"));
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

    private static void pair(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        HarvestBook book = new HarvestBook();
        book.day = LocalDate.parse(input.get("asOf").asText());
        book.percent = number(input, "minLossPct");
        input.get("lots")
                .forEach(lot -> book.lot(
                        lot.get("sec").asText() + "-lot",
                        lot.get("sec").asText(),
                        number(lot, "q"),
                        number(lot, "basis"),
                        LocalDate.parse(lot.get("acq").asText())));
        Map<String, String> classOf = new HashMap<>();
        List<String> open = new ArrayList<>();
        input.get("targets").fieldNames().forEachRemaining(tier -> {
            JsonNode members = input.get("equivalents").path(tier);
            members.forEach(symbol -> classOf.put(symbol.asText(), tier));
            if (members.isEmpty()) open.add(tier);
            book.target(tier, number(input.get("targets"), tier));
        });
        for (var price : input.get("prices").properties())
            book.security(
                    price.getKey(),
                    classOf.getOrDefault(price.getKey(), open.get(0)),
                    price.getValue().decimalValue());
        Rebalancing answer = Rebalancer.rebalance(book.request());
        putTrades(answer, actual);
        actual.put("realizedLoss", answer.realizedGain()).put("residualDrift", answer.outsideBands());
        var untouched = actual.putArray("noTrade");
        Set<String> traded = Set.copyOf(
                answer.trades().stream().map(ProposedTrade::symbol).distinct().toList());
        input.get("lots").forEach(lot -> {
            if (!traded.contains(lot.get("sec").asText()))
                untouched.add(lot.get("sec").asText());
        });
    }

    private static void putTrades(Rebalancing answer, ObjectNode actual) {
        ObjectNode sell = actual.putObject("sell");
        ObjectNode buy = actual.putObject("buy");
        for (ProposedTrade trade : answer.trades())
            (trade.side() == Side.SELL ? sell : buy).put(trade.symbol(), trade.quantity());
    }

    private static void directIndex(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        HarvestBook book = new HarvestBook();
        int low = input.get("price80").asInt();
        int high = input.get("price120").asInt();
        book.target("EQ", BigDecimal.ONE);
        for (int stock = 0; stock < input.get("n").asInt(); stock++) {
            String symbol = "S%03d".formatted(stock);
            String price = stock < low ? "80" : stock < low + high ? "120" : "100";
            book.security(symbol, "EQ", new BigDecimal(price));
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
        book.security("X", "EQ", price);
        book.classes.add(new ClassTarget("EQ", null, null));
        book.need = quantity.multiply(price);
        Rebalancing answer = Rebalancer.rebalance(book.request());
        LotSale sale = answer.lotSales().get(0);
        actual.putObject("specificLot")
                .put("lot", sale.lot())
                .put("gain", sale.gain())
                .put("tax", answer.tax());
        var fifo = DefaultDisposal.firstInFirstOut(book.account().lots(), quantity, price, book.day)
                .get(0);
        BigDecimal tax = fifo.gain().multiply(fifo.longTerm() ? book.longRate : book.shortRate);
        actual.putObject("fifo")
                .put("lot", fifo.lot().id())
                .put("gain", fifo.gain())
                .put("tax", tax);
        actual.put("taxDelta", tax.subtract(answer.tax()));
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
        BigDecimal sold = answer.lotSales().get(0).quantity();
        actual.put("candidate", sold.compareTo(quantity) == 0);
        actual.put("disallowed", answer.lotSales().get(0).disallowed());
        actual.put("buysLockedThroughDay", LotBook.WASH_DAYS);
        actual.put("flag", String.join(", ", new WashFlags(solution.problem, solution.groups).of(group)));
    }

    private static void sevenFunds(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        HarvestBook book = new HarvestBook();
        book.percent = number(input, "minLossPct");
        BigDecimal total = BigDecimal.ZERO;
        for (var fund : input.get("positions").properties()) {
            JsonNode row = fund.getValue();
            book.lot(
                    fund.getKey(),
                    fund.getKey(),
                    row.get(0).decimalValue(),
                    row.get(1).decimalValue(),
                    HarvestBook.LONG_AGO);
            total = total.add(row.get(0).decimalValue().multiply(row.get(2).decimalValue()));
            book.security(fund.getKey(), fund.getKey(), row.get(2).decimalValue());
            JsonNode alternate = input.get("alternates").get(fund.getKey());
            if (alternate != null) book.security(alternate.asText(), fund.getKey(), BigDecimal.TEN);
        }
        for (var fund : input.get("positions").properties())
            book.target(
                    fund.getKey(),
                    fund.getValue()
                            .get(0)
                            .decimalValue()
                            .multiply(fund.getValue().get(2).decimalValue())
                            .divide(total, java.math.MathContext.DECIMAL64));
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

    private static void recentBuy(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        HarvestBook book = new HarvestBook();
        book.day = LocalDate.parse(input.get("asOf").asText());
        book.cash = number(input, "cash");
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
        book.bought = Set.of(input.get("otherAccountRecentBuy").get("sec").asText());
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
