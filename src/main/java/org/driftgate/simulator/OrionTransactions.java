package org.driftgate.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.driftgate.adapter.book.OpenOrderRow;
import org.driftgate.adapter.book.TransactionRow;

/** Trades of the last sixty days as Orion's TradingTransactionDto, and other people's working orders as OrderDto. */
final class OrionTransactions {

    private final World world;

    OrionTransactions(World world) {
        this.world = world;
    }

    List<Map<String, Object>> transactions(List<HouseholdState> households, LocalDate from) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (HouseholdState household : households)
            for (TransactionRow row : household.transactions())
                if (!row.date().isBefore(from)) rows.add(transaction(rows.size() + 1, household, row));
        return rows;
    }

    List<Map<String, Object>> openOrders(List<HouseholdState> households) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (HouseholdState household : households)
            for (OpenOrderRow row : household.openOrders()) rows.add(order(rows.size() + 1, household, row));
        return rows;
    }

    private Map<String, Object> transaction(int id, HouseholdState household, TransactionRow row) {
        BigDecimal amount = row.quantity().multiply(row.price());
        return Fields.with("id", id)
                .and("ticker", row.symbol())
                .and("accountNumber", world.custodyNumber(row.account()))
                .and("householdId", household.id())
                .and("clientId", household.id())
                .and("status", "Complete")
                .and("transDate", row.date() + "T00:00:00")
                .and("transactionDescription", row.side().equals("buy") ? "Buy" : "Sell")
                .and("transAmount", amount)
                .and("navPrice", row.price())
                .and("noUnits", row.quantity())
                .map();
    }

    private Map<String, Object> order(int id, HouseholdState household, OpenOrderRow row) {
        return Fields.with("id", id)
                .and("accountNumber", world.custodyNumber(row.account()))
                .and("clientId", household.id())
                .and("ticker", row.symbol())
                .and("side", row.side().toUpperCase(Locale.ROOT))
                .and("orderQty", row.quantity())
                .and("ordStatus", "Open")
                .and("application", "Custodian")
                .and("createdDate", row.entered() + "T00:00:00")
                .map();
    }
}
