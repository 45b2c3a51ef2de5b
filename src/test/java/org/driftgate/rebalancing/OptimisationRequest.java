package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an optimisation case as a request. */
final class OptimisationRequest {

    private final JsonNode input;

    private OptimisationRequest(JsonNode input) {
        this.input = input;
    }

    static RebalancingRequest of(VectorCase vector) {
        return new OptimisationRequest(vector.input()).request(vector.id());
    }

    private RebalancingRequest request(String id) {
        JsonNode rates = input.get("rates");
        var unit = new TaxPosition(
                "u",
                rates.get("st").decimalValue(),
                rates.get("lt").decimalValue(),
                new BigDecimal("0.37"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new BigDecimal("3000"),
                input.has("gainBudget") ? input.get("gainBudget").decimalValue() : null);
        List<ClassTarget> classes = new ArrayList<>();
        for (String tier : classNames()) {
            JsonNode target = input.get("targets").get(tier);
            classes.add(new ClassTarget(tier, null, target == null ? null : target(target)));
        }
        JsonNode cash = input.get("targets").get("CASH");
        var policy = PolicyDraft.of(RebalancingPolicy.STANDARD)
                .idleCashCost(BigDecimal.ZERO)
                .minimumTrade(number(input, "minTrade"))
                .wholeShares(input.path("wholeShares").asBoolean())
                .done();
        return new RebalancingRequest(
                id,
                LocalDate.parse(input.get("asOf").asText()),
                accounts(),
                securities(),
                classes,
                cash == null ? null : target(cash),
                List.of(unit),
                wash(),
                policy);
    }

    private Set<String> classNames() {
        Set<String> names = new HashSet<>();
        input.get("targets").fieldNames().forEachRemaining(names::add);
        input.get("classOf").forEach(tier -> names.add(tier.asText()));
        names.remove("CASH");
        return names;
    }

    private DriftTarget target(JsonNode target) {
        BigDecimal wanted = target.isNumber() ? target.decimalValue() : number(target, "w", null);
        BigDecimal low = number(target, "lo", wanted == null ? BigDecimal.ZERO : wanted);
        BigDecimal high = number(target, "hi", wanted == null ? BigDecimal.ONE : wanted);
        return new DriftTarget(
                low, high, input.has("driftPenalty") ? input.get("driftPenalty").decimalValue() : null);
    }

    private List<TradedAccount> accounts() {
        List<TradedAccount> accounts = new ArrayList<>();
        for (JsonNode account : input.get("accounts")) {
            List<TaxLot> lots = new ArrayList<>();
            account.path("lots").forEach(lot -> lots.add(lot(lot)));
            accounts.add(new TradedAccount(
                    account.get("id").asText(),
                    "u",
                    !WashVectors.isRetirement(account.get("type").asText()),
                    account.path("tradable").asBoolean(true),
                    number(account, "cash"),
                    number(account, "need"),
                    number(account, "reserve"),
                    Map.of(),
                    lots));
        }
        return accounts;
    }

    private TaxLot lot(JsonNode lot) {
        String symbol = lot.get("s").asText();
        String blocked =
                lot.path("locked").asBoolean() ? "locked" : names("noSell").contains(symbol) ? "no-sell" : null;
        return new TaxLot(
                lot.get("id").asText(),
                symbol,
                lot.get("q").decimalValue(),
                number(lot, "basis", null),
                LocalDate.parse(lot.get("acq").asText()),
                blocked);
    }

    private List<TradedSecurity> securities() {
        List<TradedSecurity> securities = new ArrayList<>();
        boolean whole = input.path("wholeShares").asBoolean();
        input.get("prices")
                .fields()
                .forEachRemaining(price -> securities.add(new TradedSecurity(
                        price.getKey(),
                        input.get("classOf").get(price.getKey()).asText(),
                        price.getValue().decimalValue(),
                        null,
                        !names("noBuy").contains(price.getKey()),
                        !whole,
                        number(input, "costPerDollar"),
                        BigDecimal.ZERO,
                        0)));
        return securities;
    }

    private WashHistory wash() {
        List<Set<String>> identical = new ArrayList<>();
        for (JsonNode group : input.path("identical")) identical.add(texts(group));
        for (var group : input.path("identical").properties()) {
            Set<String> members = texts(group.getValue());
            members.add(group.getKey());
            identical.add(members);
        }
        return new WashHistory(names("boughtLast30"), Set.of(), identical);
    }

    private Set<String> names(String field) {
        return input.has(field) ? texts(input.get(field)) : Set.of();
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static BigDecimal number(JsonNode node, String field) {
        return node.path(field).decimalValue();
    }

    private static @Nullable BigDecimal number(JsonNode node, String field, @Nullable BigDecimal otherwise) {
        return node.has(field) ? number(node, field) : otherwise;
    }
}
