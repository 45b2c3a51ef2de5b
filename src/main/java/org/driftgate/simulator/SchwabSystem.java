package org.driftgate.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.shared.Side;
import org.driftgate.simulator.SchwabAnswers.Problem;
import org.driftgate.simulator.WorldEvent.LotTaken;
import org.driftgate.simulator.WorldEvent.OrderBehaviour;
import org.driftgate.simulator.WorldEvent.OrderScripted;
import org.jspecify.annotations.Nullable;

/** Schwab Advisor Services: token, orders, status, transactions. */
@Simulated
class SchwabSystem implements SimulatedSystem {

    static final String NAME = "schwab";
    private static final int MASTER_ACCOUNT = 8_100_001;
    private static final int PAGE_LIMIT = 250;
    /** A rejection that begins with this word comes after the order was accepted. */
    private static final String LATER = "LATER ";

    private final World world;
    private final SchwabMarket market;
    private final SchwabTokens tokens;
    private final Faults faults;
    private final Routes routes = new Routes();

    SchwabSystem(World world, SchwabMarket market, SchwabTokens tokens, Faults faults) {
        this.world = world;
        this.market = market;
        this.tokens = tokens;
        this.faults = faults;
        routes.on("POST", "/schwab/v1/oauth/token", (request, none) -> tokens.grant(request))
                .on(
                        "POST",
                        "/schwab/as-integration/trading/v1/orders",
                        (request, none) -> guarded(request, this::orders))
                .on(
                        "POST",
                        "/schwab/as-integration/trading/v1/orders/status",
                        (request, none) -> guarded(request, this::status))
                .on(
                        "GET",
                        "/schwab/as-integration/accounts/v2/transactions",
                        (request, none) -> guarded(request, this::transactions));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> basePaths() {
        return List.of("/schwab");
    }

    @Override
    public Response handle(Request request) {
        return routes.handle(request);
    }

    private interface Handler {
        Response handle(Request request);
    }

    private Response guarded(Request request, Handler handler) {
        if (!tokens.admits(request)) return SchwabTokens.refused();
        if (request.header("schwab-client-correlid").isEmpty())
            return SchwabAnswers.problem(400, new Problem("HDR-0001", "Schwab-Client-CorrelId is required"));
        try {
            return handler.handle(request);
        } catch (IllegalArgumentException unreadable) {
            return SchwabAnswers.problem(400, new Problem("REQ-0001", String.valueOf(unreadable.getMessage())));
        }
    }

    private synchronized Response orders(Request request) {
        JsonNode body = request.json(JsonNode.class);
        boolean validateOnly = body.path("validateOnly").asBoolean();
        var rules = new SchwabRules(world, market);
        List<SchwabItem> items = new ArrayList<>();
        for (JsonNode item : body.path("equityOrderItems")) items.add(SchwabItem.read(item));
        List<Map<String, Object>> results = new ArrayList<>();
        for (SchwabItem item : items) results.add(order(item, validateOnly, rules.findings(item), request.path()));
        return SchwabAnswers.orderResults(results);
    }

    private Map<String, Object> order(SchwabItem item, boolean validateOnly, List<SchwabFinding> found, String path) {
        String client = item.clientOrderIdentifier();
        if (validateOnly || !found.isEmpty()) return SchwabAnswers.orderResult(client, "", found);
        Optional<String> rejection = rejection(item, path);
        if (rejection.filter(value -> !value.startsWith(LATER)).isPresent())
            return SchwabAnswers.orderResult(client, "", List.of(SchwabFinding.parse(rejection.get())));
        String later = rejection.map(value -> value.substring(LATER.length())).orElse(null);
        return SchwabAnswers.orderResult(
                client, market.enter(item, fillable(item, path), later, relievedInstead(item, path)), List.of());
    }

    private Optional<String> rejection(SchwabItem item, String path) {
        return behaviour(item, path, FaultKind.REJECT, OrderBehaviour.REJECT);
    }

    private BigDecimal fillable(SchwabItem item, String path) {
        return behaviour(item, path, FaultKind.PARTIAL_FILL, OrderBehaviour.PARTIAL_FILL)
                .map(part -> item.quantity()
                        .multiply(new BigDecimal(part.isBlank() ? "0.5" : part.strip()))
                        .setScale(0, RoundingMode.DOWN))
                .orElse(item.quantity());
    }

    /** Lots that the order does not name, or less of, before those that it does; the newest first. */
    private @Nullable List<LotTaken> relievedInstead(SchwabItem item, String path) {
        if (item.side() == Side.BUY
                || faults.take(NAME, path, FaultKind.WRONG_LOTS).isEmpty()) return null;
        return world.account(item.account()).stream()
                .flatMap(account -> account.positions().stream())
                .filter(position -> position.symbol().equals(item.symbol()))
                .flatMap(position -> position.lots().stream())
                .sorted(Comparator.<HeldLot, BigDecimal>comparing(lot -> named(item, lot))
                        .thenComparing(Comparator.comparing(HeldLot::acquired).reversed()))
                .map(lot -> new LotTaken(lot.id(), lot.quantity()))
                .toList();
    }

    private static BigDecimal named(SchwabItem item, HeldLot lot) {
        return item.lots().stream()
                .filter(taken -> taken.lot().equals(lot.id()))
                .map(LotTaken::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Optional<String> behaviour(SchwabItem item, String path, FaultKind fault, OrderBehaviour script) {
        return faults.take(NAME, path, fault)
                .map(Fault::value)
                .or(() ->
                        world.takeScript(item.account(), item.symbol(), script).map(OrderScripted::value));
    }

    /** The account in the body is read and not used, as at the live service. */
    private Response status(Request request) {
        JsonNode body = request.json(JsonNode.class);
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(SchwabAnswers.foreignRow(MASTER_ACCOUNT));
        for (SchwabOrder order : market.between(date(body, "fromDate"), date(body, "toDate")))
            rows.add(SchwabAnswers.statusRow(order, world.time().zone(), MASTER_ACCOUNT));
        if (faults.take(NAME, request.path(), FaultKind.DUPLICATE).isPresent()) addAgain(rows);
        return SchwabAnswers.data(
                "order-status-response",
                Map.of(
                        "totalOrders", rows.size(),
                        "equityOrderStatusDetails", rows,
                        "mutualFundOrderStatusDetails", List.of(),
                        "validationErrors", List.of()));
    }

    /** Backwards, so that nothing may lean on the order either. */
    private static void addAgain(List<Map<String, Object>> rows) {
        List<Map<String, Object>> again = new ArrayList<>(rows);
        Collections.reverse(again);
        rows.addAll(again);
    }

    private static LocalDate date(JsonNode body, String field) {
        return LocalDate.parse(body.path(field).asText());
    }

    private Response transactions(Request request) {
        int limit = request.number("page[limit]", PAGE_LIMIT);
        if (limit > PAGE_LIMIT)
            return SchwabAnswers.problem(
                    400, new Problem("PAG-0001", "Invalid page[limit], cannot be more than " + PAGE_LIMIT));
        List<Map<String, Object>> rows = new ArrayList<>(rows(request));
        if (faults.take(NAME, request.path(), FaultKind.DUPLICATE).isPresent()) addAgain(rows);
        faults.take(NAME, request.path(), FaultKind.SHORT_PAGE)
                .ifPresent(fault -> rows.subList(Math.max(0, rows.size() - fault.number(1)), rows.size())
                        .clear());
        int from = Math.min(request.number("page[cursor]", 0), rows.size());
        int to = Math.min(from + limit, rows.size());
        String next = to < rows.size() ? Integer.toString(to) : "";
        return Response.json(
                        Map.of("data", rows.subList(from, to), "meta", Map.of("paging", Map.of("nextCursor", next))))
                .withContentType("application/vnd.api+json");
    }

    private List<Map<String, Object>> rows(Request request) {
        String account = account(request);
        boolean shown = request.query("showAccount", "Mask").equals("Show");
        LocalDate from = LocalDate.parse(request.query("filter[startDate]", "2000-01-01"));
        LocalDate to = LocalDate.parse(request.query("filter[endDate]", "2100-01-01"));
        return market.between(from, to).stream()
                .filter(order -> order.entered().account().equals(account))
                .flatMap(order -> SchwabAnswers.transactions(order, world.time().zone(), shown).stream())
                .toList();
    }

    private static String account(Request request) {
        String ids = request.header("schwab-client-ids").orElse("");
        for (String pair : ids.split(",")) if (pair.startsWith("account=")) return pair.substring("account=".length());
        throw new IllegalArgumentException("Schwab-Client-Ids must name the account");
    }
}
