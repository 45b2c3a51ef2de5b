package org.driftgate.adapter.schwab;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Quantity;
import org.driftgate.trading.OrderReport;
import org.jspecify.annotations.Nullable;

/**
 * Fills come from the transactions of each account, because a status row has no filled quantity. Orders whose
 * trades are all read are not asked for again that day.
 */
final class Executions {

    private static final int PAGE = 250;
    private static final int PAGES = 400;

    private final SchwabClient client;
    private final Map<String, List<TransactionRow>> settled = new HashMap<>();
    private @Nullable LocalDate settledDay;

    Executions(SchwabClient client) {
        this.client = client;
    }

    List<OrderReport> reports(LocalDate day, List<StatusRow> rows) {
        Map<String, List<TransactionRow>> trades = trades(day, rows);
        var reports = new ArrayList<OrderReport>();
        for (StatusRow row : rows) {
            List<TransactionRow> own = trades.getOrDefault(row.orderNumber(), List.of());
            reports.add(row.report(own.stream()
                    .filter(trade -> !trade.contradicts(row))
                    .map(TransactionRow::execution)
                    .toList()));
            own.stream()
                    .filter(trade -> trade.contradicts(row))
                    .map(trade -> trade.alone(row))
                    .forEach(reports::add);
        }
        return reports;
    }

    private synchronized Map<String, List<TransactionRow>> trades(LocalDate day, List<StatusRow> rows) {
        if (!day.equals(settledDay)) settled.clear();
        settledDay = day;
        Set<AccountId> accounts = rows.stream()
                .filter(StatusRow::hasExecutions)
                .filter(row -> !settled.containsKey(row.orderNumber()))
                .map(StatusRow::account)
                .collect(Collectors.toSet());
        Map<String, List<TransactionRow>> fresh = accounts.stream()
                .flatMap(account -> ofAccount(account, day).stream())
                .collect(Collectors.groupingBy(TransactionRow::orderNumber));
        for (StatusRow row : rows) {
            List<TransactionRow> own = fresh.getOrDefault(row.orderNumber(), List.of());
            if (isComplete(row, own)) settled.put(row.orderNumber(), own);
        }
        var trades = new HashMap<>(settled);
        trades.putAll(fresh);
        return trades;
    }

    private static boolean isComplete(StatusRow row, List<TransactionRow> trades) {
        Quantity traded =
                trades.stream().map(trade -> trade.execution().quantity()).reduce(Quantity.ZERO, Quantity::plus);
        return row.state() == OrderReport.State.FILLED && traded.equals(row.quantity());
    }

    private List<TransactionRow> ofAccount(AccountId account, LocalDate day) {
        var trades = new ArrayList<TransactionRow>();
        String cursor = "";
        for (int page = 0; page < PAGES; page++) {
            JsonNode answer = client.get("read the trades of account " + account, path(day, cursor), account.value());
            for (JsonNode row : answer.path("data")) trades.add(TransactionRow.read(row));
            String next = Fields.text(answer.path("meta").path("paging"), "nextCursor");
            if (next.isEmpty() || next.equals(cursor)) return trades;
            cursor = next;
        }
        throw SchwabFault.inDoubt(
                "read the trades of account " + account, "more than %d pages for one day".formatted(PAGES));
    }

    private static String path(LocalDate day, String cursor) {
        String path = "/accounts/v2/transactions?%s=%s&%s=%s&%s=Trades&%s=%d&showAccount=Show"
                .formatted(
                        encoded("filter[startDate]"),
                        day,
                        encoded("filter[endDate]"),
                        day,
                        encoded("filter[type]"),
                        encoded("page[limit]"),
                        PAGE);
        return cursor.isEmpty() ? path : path + "&" + encoded("page[cursor]") + "=" + encoded(cursor);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
