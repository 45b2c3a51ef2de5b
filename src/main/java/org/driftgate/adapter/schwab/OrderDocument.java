package org.driftgate.adapter.schwab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.driftgate.proposal.LotSale;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.OrderId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.trading.CustodyOrder;

/**
 * Orders as the body of {@code POST /orders}. What is written is read back and compared with the orders before it may be
 * sent, so a wrong account, side, symbol, quantity, limit or lot cannot leave.
 */
final class OrderDocument {

    private final ObjectMapper json;
    private final int masterAccount;

    OrderDocument(ObjectMapper json, int masterAccount) {
        this.json = json;
        this.masterAccount = masterAccount;
    }

    String write(List<CustodyOrder> orders, boolean validateOnly) {
        ObjectNode body = json.createObjectNode();
        body.put("validateOnly", validateOnly);
        body.put("shouldOverrideWarnings", false);
        ArrayNode items = body.putArray("equityOrderItems");
        for (CustodyOrder order : orders) item(items.addObject(), order);
        body.putArray("mutualFundOrderItems");
        String document = body.toString();
        requireSame(document, orders, validateOnly);
        return document;
    }

    private void item(ObjectNode item, CustodyOrder order) {
        item.put("clientOrderIdentifier", order.id().toString());
        item.put("masterAccount", masterAccount);
        item.put("account", Integer.parseInt(order.account().value()));
        item.put("quantity", order.quantity().shares().longValueExact());
        item.putObject("securityIdentifier")
                .put("type", "Symbol")
                .put("value", order.symbol().value());
        transaction(item.putObject("transactionType"), order);
        ObjectNode type = item.putObject("orderType");
        type.put("type", "Limit");
        type.putObject("limit")
                .put("limitPrice", new BigDecimal(order.limit().toString()))
                .put("duration", "Day");
    }

    private static void transaction(ObjectNode type, CustodyOrder order) {
        if (order.side() == Side.BUY) {
            type.put("type", "Buy");
            return;
        }
        type.put("type", "Sell");
        ObjectNode taxLot = type.putObject("taxLot");
        taxLot.put("taxLotMethod", "SpecificLot");
        ArrayNode lots = taxLot.putArray("taxLotInfoList");
        for (LotSale lot : order.lots())
            lots.addObject()
                    .put("lotId", lot.lot().value())
                    .put("quantity", new BigDecimal(lot.quantity().toString()));
    }

    /** Fails when the document says anything else than the orders. */
    void requireSame(String document, List<CustodyOrder> orders, boolean validateOnly) {
        JsonNode body = parse(document);
        boolean same = body.path("validateOnly").isBoolean()
                && body.path("validateOnly").asBoolean() == validateOnly
                && body.path("mutualFundOrderItems").isEmpty()
                && !body.path("shouldOverrideWarnings").asBoolean(true)
                && read(body).equals(orders);
        if (!same) throw new IllegalStateException("the order document differs from the approved orders: " + document);
    }

    private List<CustodyOrder> read(JsonNode body) {
        var orders = new ArrayList<CustodyOrder>();
        for (JsonNode item : body.path("equityOrderItems")) orders.add(order(item));
        return orders;
    }

    private CustodyOrder order(JsonNode item) {
        JsonNode type = item.path("transactionType");
        Side side = required(type, "type").equals("Buy") ? Side.BUY : sell(type);
        if (item.path("masterAccount").asInt() != masterAccount
                || !required(item.path("securityIdentifier"), "type").equals("Symbol")
                || !required(item.path("orderType"), "type").equals("Limit")
                || !required(item.path("orderType").path("limit"), "duration").equals("Day"))
            throw new IllegalStateException("not a limit order of the day under our master account: " + item);
        return new CustodyOrder(
                OrderId.parse(required(item, "clientOrderIdentifier")),
                new AccountId(required(item, "account")),
                side,
                new Symbol(required(item.path("securityIdentifier"), "value")),
                Quantity.shares(required(item, "quantity")),
                Price.of(required(item.path("orderType").path("limit"), "limitPrice")),
                lots(type.path("taxLot")));
    }

    private static Side sell(JsonNode type) {
        boolean specific = type.path("type").asText().equals("Sell")
                && type.path("taxLot").path("taxLotMethod").asText().equals("SpecificLot");
        if (!specific) throw new IllegalStateException("neither a buy nor a sale of named lots: " + type);
        return Side.SELL;
    }

    private static List<LotSale> lots(JsonNode taxLot) {
        var lots = new ArrayList<LotSale>();
        for (JsonNode lot : taxLot.path("taxLotInfoList"))
            lots.add(new LotSale(new LotId(required(lot, "lotId")), Quantity.shares(required(lot, "quantity"))));
        return lots;
    }

    private static String required(JsonNode node, String field) {
        if (!node.path(field).isValueNode())
            throw new IllegalStateException("the order document lacks %s: %s".formatted(field, node));
        return node.path(field).asText();
    }

    private JsonNode parse(String document) {
        try {
            return json.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the order document is not JSON: " + document, e);
        }
    }
}
