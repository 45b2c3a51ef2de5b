package org.driftgate.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.driftgate.shared.Side;
import org.driftgate.simulator.WorldEvent.LotTaken;

/** One item of {@code equityOrderItems}. */
record SchwabItem(
        String clientOrderIdentifier,
        String account,
        Side side,
        String symbol,
        BigDecimal quantity,
        BigDecimal limit,
        boolean hasTaxLot,
        List<LotTaken> lots) {

    static SchwabItem read(JsonNode item) {
        JsonNode type = item.path("transactionType");
        JsonNode order = item.path("orderType");
        if (!order.path("type").asText().equals("Limit")
                || !order.path("limit").path("duration").asText().equals("Day"))
            throw new IllegalArgumentException("this simulator knows limit orders of the day only");
        if (!item.path("quantity").isIntegralNumber())
            throw new IllegalArgumentException("quantity must be an integer: " + item.path("quantity"));
        return new SchwabItem(
                item.path("clientOrderIdentifier").asText(),
                item.path("account").asText(),
                side(type.path("type").asText()),
                item.path("securityIdentifier").path("value").asText(),
                item.path("quantity").decimalValue(),
                order.path("limit").path("limitPrice").decimalValue(),
                type.has("taxLot"),
                lots(type.path("taxLot")));
    }

    private static Side side(String type) {
        return switch (type) {
            case "Buy" -> Side.BUY;
            case "Sell" -> Side.SELL;
            default -> throw new IllegalArgumentException("transactionType must be Buy or Sell: " + type);
        };
    }

    private static List<LotTaken> lots(JsonNode taxLot) {
        List<LotTaken> lots = new ArrayList<>();
        for (JsonNode lot : taxLot.path("taxLotInfoList"))
            lots.add(new LotTaken(
                    lot.path("lotId").asText(), lot.path("quantity").decimalValue()));
        return lots;
    }

    BigDecimal cost() {
        return quantity.multiply(limit);
    }
}
