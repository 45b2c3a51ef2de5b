package org.driftgate.adapter.schwab;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.driftgate.shared.OrderId;
import org.driftgate.shared.SystemFault;
import org.driftgate.trading.Acknowledgement;
import org.driftgate.trading.Custodian;
import org.driftgate.trading.CustodyOrder;
import org.driftgate.trading.LineFinding;
import org.driftgate.trading.OrderReport;
import org.driftgate.trading.OrdersNotPlaced;

/** Charles Schwab, over the Advisor Services REST API: day limit orders in whole shares, sales by named lots. */
final class SchwabCustodian implements Custodian {

    private static final String ORDERS = "/trading/v1/orders";
    private static final String STATUS = "/trading/v1/orders/status";
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Pattern ACCOUNT = Pattern.compile("[1-9][0-9]{7}");

    private final SchwabClient client;
    private final OrderDocument document;
    private final Executions executions;
    private final SchwabSettings settings;
    private final Repeating repeating;
    private final Clock clock;

    SchwabCustodian(SchwabClient client, OrderDocument document, SchwabSettings settings, Clock clock) {
        this.client = client;
        this.document = document;
        this.executions = new Executions(client);
        this.settings = settings;
        this.repeating = new Repeating(settings.validateTries(), settings.validatePause());
        this.clock = clock;
    }

    @Override
    public String name() {
        return "schwab";
    }

    /** Whether Schwab refuses a repeated client order identifier is not documented. */
    @Override
    public DoubtPolicy doubtPolicy() {
        return DoubtPolicy.LOOKUP;
    }

    @Override
    public boolean carriesLots() {
        return true;
    }

    /** Assumed of Schwab's cash accounts: what is bought this way must not be sold before the sale has settled. */
    @Override
    public boolean spendsUnsettledCash() {
        return true;
    }

    @Override
    public List<LineFinding> validate(List<CustodyOrder> orders) {
        var findings = new ArrayList<LineFinding>();
        for (CustodyOrder order : orders) unwritable(order).ifPresent(findings::add);
        List<CustodyOrder> writable =
                orders.stream().filter(order -> unwritable(order).isEmpty()).toList();
        if (writable.isEmpty()) return findings;
        String body = document.write(writable, true);
        findings.addAll(answered(() ->
                OrderReplies.findings(repeating.ask(() -> client.post("validate " + names(writable), ORDERS, body)))));
        return findings;
    }

    /** What the wire format cannot carry never becomes a request. */
    private static Optional<LineFinding> unwritable(CustodyOrder order) {
        if (!ACCOUNT.matcher(order.account().value()).matches())
            return Optional.of(
                    error(order, "ACCOUNT", "%s is not an account number of eight digits".formatted(order.account())));
        if (!order.quantity().isWhole())
            return Optional.of(
                    error(order, "FRACTION", "%s is not a whole number of shares".formatted(order.quantity())));
        return Optional.empty();
    }

    private static LineFinding error(CustodyOrder order, String code, String message) {
        return new LineFinding(order.id(), LineFinding.Severity.ERROR, code, message);
    }

    @Override
    public List<Acknowledgement> submit(List<CustodyOrder> orders) {
        String body = document.write(orders, false);
        try {
            return OrderReplies.acknowledgements(client.post("place " + names(orders), ORDERS, body));
        } catch (SchwabFault failed) {
            if (failed.mayHaveActed()) throw failed.fault();
            throw new OrdersNotPlaced(failed.fault());
        }
    }

    @Override
    public Optional<OrderReport> find(OrderId order, LocalDate enteredOn) {
        return answered(() -> {
            List<StatusRow> rows = status(enteredOn).stream()
                    .filter(row -> row.order().equals(order))
                    .toList();
            return executions.reports(enteredOn, rows).stream().findFirst();
        });
    }

    @Override
    public List<OrderReport> reports(LocalDate enteredOn) {
        return answered(() -> executions.reports(enteredOn, status(enteredOn)));
    }

    @Override
    public void checkConnection() {
        answered(() -> status(LocalDate.ofInstant(clock.instant(), NEW_YORK)));
    }

    private List<StatusRow> status(LocalDate day) {
        String body = "{\"masterAccount\":%d,\"fromDate\":\"%s\",\"toDate\":\"%s\",\"orderStatus\":\"All\"}"
                .formatted(settings.masterAccount(), day, day);
        JsonNode attributes = client.post("read the orders of " + day, STATUS, body)
                .path("data")
                .path("attributes");
        if (!attributes.path("equityOrderStatusDetails").isArray())
            throw SchwabFault.inDoubt("read the orders of " + day, "the answer has no list of orders");
        var rows = new ArrayList<StatusRow>();
        for (JsonNode row : attributes.path("equityOrderStatusDetails"))
            StatusRow.read(row).ifPresent(rows::add);
        return rows;
    }

    private static <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (SchwabFault failed) {
            throw failed.fault();
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new SystemFault(
                    "Schwab Advisor Services",
                    "read an answer",
                    "a row cannot be read (%s); nothing was recorded of this answer, a retry is safe"
                            .formatted(unreadable.getMessage()),
                    unreadable);
        }
    }

    private static String names(List<CustodyOrder> orders) {
        return orders.size() == 1
                ? "the order for account " + orders.get(0).account()
                : "%d orders, first for account %s"
                        .formatted(orders.size(), orders.get(0).account());
    }
}
