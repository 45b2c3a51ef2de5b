package org.driftgate.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.driftgate.shared.Side;
import org.driftgate.simulator.SchwabEvent.Ended;
import org.driftgate.simulator.SchwabEvent.Executed;
import org.jspecify.annotations.Nullable;

/** The custodian's wire shapes: envelopes, order results, status rows, transactions. */
final class SchwabAnswers {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private SchwabAnswers() {}

    record Problem(String code, String message) {}

    static Response problem(int status, Problem problem) {
        return Response.json(status, Map.of("errors", List.of(problem))).withContentType("application/vnd.api+json");
    }

    static Response data(String type, Map<String, Object> attributes) {
        Map<String, Object> data = Map.of("id", UUID.randomUUID().toString(), "type", type, "attributes", attributes);
        return Response.json(Map.of("data", data)).withContentType("application/vnd.api+json");
    }

    static Response orderResults(List<Map<String, Object>> results) {
        long accepted = results.stream()
                .filter(result -> Boolean.TRUE.equals(result.get("isOrderAccepted")))
                .count();
        return data(
                "submit-order-response",
                Map.of(
                        "totalCount",
                        results.size(),
                        "successfulCount",
                        accepted,
                        "fatalErrorCount",
                        results.size() - accepted,
                        "informationalCount",
                        0,
                        "orderResults",
                        results));
    }

    static Map<String, Object> orderResult(String client, Object orderNumber, List<SchwabFinding> findings) {
        var result = new LinkedHashMap<String, Object>();
        result.put("clientOrderIdentifier", client);
        result.put("orderNumber", orderNumber);
        result.put("contingentId", "");
        result.put("isOrderAccepted", findings.isEmpty());
        result.put("validationErrors", findings);
        return result;
    }

    /** Numbers come as text and may be empty, as the live service has been seen to send them. */
    static Map<String, Object> statusRow(SchwabOrder order, ZoneId zone, int masterAccount) {
        var entered = order.entered();
        var row = new LinkedHashMap<String, Object>();
        row.put("advisorId", "AD1");
        row.put("orderNumber", entered.orderNumber());
        row.put("clientOrderIdentifier", entered.clientOrderIdentifier());
        row.put("masterAccount", Integer.toString(masterAccount));
        row.put("account", entered.account());
        row.put("status", order.status());
        row.put("enterDateTime", entered.at().atZone(zone).format(TIME));
        row.put("symbol", entered.symbol());
        row.put("quantity", entered.quantity().toPlainString());
        row.put("actualPrice", averagePrice(order));
        row.put("transactionType", entered.side() == Side.BUY ? "Buy" : "Sell");
        row.put("taxLotMethod", entered.side() == Side.BUY ? "" : "SpecificLot");
        row.put("orderType", "Limit");
        row.put("duration", "Day");
        row.put("limitPrice", entered.limit().toPlainString());
        row.put("validationErrors", problems(order.ended()));
        return row;
    }

    private static List<Problem> problems(@Nullable Ended ended) {
        if (ended == null || ended.code() == null) return List.of();
        return List.of(new Problem(ended.code(), String.valueOf(ended.message())));
    }

    private static String averagePrice(SchwabOrder order) {
        if (order.executions().isEmpty()) return "";
        BigDecimal amount = order.executions().stream()
                .map(one -> one.quantity().multiply(one.price()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return amount.divide(order.filled(), 4, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Somebody else's order under the same master account, which the account filter does not keep out. */
    static Map<String, Object> foreignRow(int masterAccount) {
        return Map.of(
                "advisorId", "AD9",
                "orderNumber", 60_000_001,
                "clientOrderIdentifier", "WEB-TRADING",
                "masterAccount", Integer.toString(masterAccount),
                "account", "19999999",
                "status", "Open",
                "symbol", "IBM",
                "quantity", "10",
                "actualPrice", "",
                "transactionType", "Buy");
    }

    static List<Map<String, Object>> transactions(SchwabOrder order, ZoneId zone, boolean shown) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Executed execution : order.executions()) rows.add(transaction(order, execution, zone, shown));
        return rows;
    }

    private static Map<String, Object> transaction(SchwabOrder order, Executed execution, ZoneId zone, boolean shown) {
        var entered = order.entered();
        boolean buy = entered.side() == Side.BUY;
        BigDecimal amount = execution.quantity().multiply(execution.price());
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put(
                "formattedAccount",
                shown ? dashed(entered.account()) : "****" + entered.account().substring(4));
        attributes.put("action", buy ? "Buy" : "Sell");
        attributes.put("symbol", entered.symbol());
        attributes.put("tradeDate", execution.at().atZone(zone).toLocalDate().toString());
        attributes.put("executedDate", execution.at().atZone(zone).format(TIME));
        attributes.put("quantity", execution.quantity().toPlainString());
        attributes.put("price", execution.price().toPlainString());
        attributes.put("amount", (buy ? amount.negate() : amount).toPlainString());
        attributes.put("feesAndComm", "");
        attributes.put("orderId", entered.orderNumber());
        attributes.put("schwabOrderId", entered.orderNumber());
        attributes.put("isIntraday", true);
        if (!buy)
            attributes.put(
                    "taxLotInfoList",
                    order.lotsOf(execution).stream()
                            .map(lot -> Map.of(
                                    "lotId",
                                    lot.lot(),
                                    "quantity",
                                    lot.quantity().toPlainString()))
                            .toList());
        return Map.of("id", execution.id(), "type", "transaction", "attributes", attributes);
    }

    private static String dashed(String account) {
        return account.substring(0, 4) + "-" + account.substring(4);
    }
}
