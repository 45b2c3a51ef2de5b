package org.driftgate.adapter.schwab;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.driftgate.proposal.LotSale;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.trading.OrderReport;

/** One trade of {@code GET /transactions}, joined to its order by number. */
record TransactionRow(
        String orderNumber, AccountId account, Symbol symbol, Side side, OrderReport.Execution execution) {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    static TransactionRow read(JsonNode row) {
        JsonNode trade = row.path("attributes");
        String order = Fields.text(trade, "schwabOrderId");
        BigDecimal quantity =
                Fields.number(trade, "quantity").orElse(BigDecimal.ZERO).abs();
        BigDecimal price = Fields.number(trade, "price").orElse(BigDecimal.ZERO).abs();
        return new TransactionRow(
                order.isEmpty() ? Fields.text(trade, "orderId") : order,
                new AccountId(Fields.account(trade, "formattedAccount")),
                new Symbol(Fields.text(trade, "symbol")),
                Fields.side(trade, "action"),
                new OrderReport.Execution(
                        Fields.text(row, "id"), new Quantity(quantity), new Price(price), at(trade), lots(trade)));
    }

    /** Assumed: a sale names the lots that it relieved as its order did; one that does not says nothing of them. */
    private static List<LotSale> lots(JsonNode trade) {
        var lots = new ArrayList<LotSale>();
        for (JsonNode lot : trade.path("taxLotInfoList"))
            lots.add(new LotSale(
                    new LotId(Fields.text(lot, "lotId")),
                    new Quantity(Fields.number(lot, "quantity").orElse(BigDecimal.ZERO))));
        return lots;
    }

    /** Some rows carry a date only: then the trade counts at noon in New York. */
    private static Instant at(JsonNode trade) {
        String executed = Fields.text(trade, "executedDate");
        try {
            return OffsetDateTime.parse(executed).toInstant();
        } catch (DateTimeParseException dateOnly) {
            return LocalDate.parse(Fields.text(trade, "tradeDate"))
                    .atTime(12, 0)
                    .atZone(NEW_YORK)
                    .toInstant();
        }
    }

    boolean contradicts(StatusRow order) {
        return !account.equals(order.account()) || !symbol.equals(order.symbol()) || side != order.side();
    }

    /** The order's report as this trade would have it, for the core to find the contradiction. */
    OrderReport alone(StatusRow order) {
        return new OrderReport(
                order.order(),
                orderNumber,
                account,
                symbol,
                side,
                order.state(),
                order.code(),
                order.message(),
                List.of(execution));
    }
}
