package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/** Reads an instance of the synthetic files as a request; money there is in thousands of dollars. */
final class SyntheticInstance {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final double SMALL = 0.001;

    private final JsonNode json;
    private final boolean choosesWash;
    private final Map<Integer, BigDecimal> classTarget = new TreeMap<>();
    private final Map<Integer, BigDecimal> price = new HashMap<>();
    private BigDecimal value = BigDecimal.ZERO;
    private BigDecimal shortRate = new BigDecimal("0.408");
    private BigDecimal longRate = new BigDecimal("0.238");

    private SyntheticInstance(JsonNode json, boolean choosesWash) {
        this.json = json;
        this.choosesWash = choosesWash;
    }

    /** With {@code choosesWash} the given bans of buying and of selling losses are ignored. */
    static RebalancingRequest request(JsonNode json, boolean choosesWash) {
        return new SyntheticInstance(json, choosesWash).request();
    }

    private RebalancingRequest request() {
        json.get("securities").forEach(security -> price.put(security.get("id").asInt(), thousands(security, "price")));
        json.get("lots").forEach(lot -> value = value.add(dollars(lot)));
        json.get("accounts")
                .forEach(
                        account -> value = value.add(thousands(account, "cash")).subtract(thousands(account, "need")));
        json.get("securities")
                .forEach(security -> classTarget.merge(
                        security.get("class").asInt(), thousands(security, "target"), BigDecimal::add));
        JsonNode params = json.get("params");
        var policy = PolicyDraft.of(RebalancingPolicy.STANDARD)
                .idleCashCost(params.get("endCashCost").decimalValue())
                .location(RebalancingPolicy.Location.PURCHASE)
                .done();
        findRates();
        var unit = new TaxPosition(
                "u",
                shortRate,
                longRate,
                new BigDecimal("0.37"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new BigDecimal("3000"),
                null);
        return new RebalancingRequest(
                json.get("id").asText(),
                DAY,
                accounts(),
                securities(),
                classes(),
                null,
                List.of(unit),
                WashHistory.NONE,
                policy);
    }

    /** The two rates of which the prices of the lots are made, read off the lots with the largest gains or losses. */
    private void findRates() {
        BigDecimal one = rateOfLargest(rate -> true);
        if (one == null) return;
        BigDecimal other = rateOfLargest(rate -> Math.abs(rate - one.doubleValue()) > 0.005);
        shortRate = other == null ? one : one.max(other);
        longRate = other == null ? one : one.min(other);
    }

    private boolean isShort(double rate) {
        return rate > (shortRate.doubleValue() + longRate.doubleValue()) / 2;
    }

    private @Nullable BigDecimal rateOfLargest(DoublePredicate wanted) {
        double largest = 0;
        BigDecimal rate = null;
        for (JsonNode lot : json.get("lots")) {
            double gain = Math.abs(lot.get(3).asDouble());
            if (gain <= Math.max(largest, SMALL) || !wanted.test(rate(lot))) continue;
            largest = gain;
            rate = new BigDecimal(rate(lot), new MathContext(4));
        }
        return rate;
    }

    private static double rate(JsonNode lot) {
        return lot.get(4).asDouble() / lot.get(3).asDouble();
    }

    private BigDecimal dollars(JsonNode lot) {
        return price.get(lot.get(1).asInt()).multiply(lot.get(2).decimalValue());
    }

    private List<TradedAccount> accounts() {
        Map<Integer, List<TaxLot>> lots = new HashMap<>();
        int number = 0;
        for (JsonNode lot : json.get("lots"))
            lots.computeIfAbsent(lot.get(0).asInt(), key -> new ArrayList<>()).add(lot(lot, number++));
        List<TradedAccount> accounts = new ArrayList<>();
        json.get("accounts")
                .forEach(account -> accounts.add(new TradedAccount(
                        name("A", account.get("id").asInt()),
                        "u",
                        account.get("taxable").asBoolean(),
                        true,
                        thousands(account, "cash"),
                        thousands(account, "need"),
                        thousands(account, "reserve"),
                        drag(account),
                        lots.getOrDefault(account.get("id").asInt(), List.of()))));
        return accounts;
    }

    private static Map<String, BigDecimal> drag(JsonNode account) {
        Map<String, BigDecimal> drag = new HashMap<>();
        JsonNode costs = account.get("buyLocationCostByClass");
        for (int tier = 0; tier < costs.size(); tier++)
            drag.put(name("C", tier), costs.get(tier).decimalValue());
        return drag;
    }

    private TaxLot lot(JsonNode lot, int number) {
        BigDecimal gain = lot.get(3).decimalValue();
        boolean isShort = gain.signum() != 0 && isShort(rate(lot));
        BigDecimal basis = dollars(lot).multiply(BigDecimal.ONE.subtract(gain));
        String blocked = !choosesWash && lot.get(5).asInt() == 1 ? "wash" : null;
        return new TaxLot(
                name("L", number),
                name("S", lot.get(1).asInt()),
                lot.get(2).decimalValue(),
                basis,
                isShort ? DAY.minusDays(200) : DAY.minusYears(3),
                blocked);
    }

    private List<TradedSecurity> securities() {
        JsonNode params = json.get("params");
        List<TradedSecurity> securities = new ArrayList<>();
        json.get("securities")
                .forEach(security -> securities.add(new TradedSecurity(
                        name("S", security.get("id").asInt()),
                        name("C", security.get("class").asInt()),
                        thousands(security, "price"),
                        target(thousands(security, "target"), params, "securityRelBand", "securityDriftPenalty"),
                        choosesWash || !security.get("noBuyHousehold").asBoolean(),
                        false,
                        params.get("tradeCostPerDollar").decimalValue(),
                        BigDecimal.ZERO,
                        0)));
        return securities;
    }

    private List<ClassTarget> classes() {
        List<ClassTarget> classes = new ArrayList<>();
        classTarget.forEach((tier, dollars) -> classes.add(new ClassTarget(
                name("C", tier), null, target(dollars, json.get("params"), "classRelBand", "classDriftPenalty"))));
        return classes;
    }

    private DriftTarget target(BigDecimal dollars, JsonNode params, String band, String penalty) {
        BigDecimal weight = dollars.divide(value, MathContext.DECIMAL64);
        BigDecimal width = DriftTarget.halfWidth(weight, null, params.get(band).decimalValue());
        return DriftTarget.around(
                weight, width, true, DriftTarget.Stop.EDGE, params.get(penalty).decimalValue());
    }

    private static BigDecimal thousands(JsonNode node, String field) {
        return node.get(field).decimalValue().movePointRight(3);
    }

    private static String name(String letter, int number) {
        return "%s%04d".formatted(letter, number);
    }
}
