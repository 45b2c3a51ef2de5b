package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.driftgate.household.Lot;

/** Disallowed losses and what becomes of them. */
final class WashVectors {

    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 5);

    private static final Pattern RETIREMENT = Pattern.compile(
            "\\b(ira|roth|sep|simple|401k|403b|457b?|hsa|deferred|retirement)", Pattern.CASE_INSENSITIVE);

    /** Somebody of the seller's household, not named. */
    private static final Pattern RELATED =
            Pattern.compile("(?:the )?(?:same|self|spouse|wife|husband|joint|household)", Pattern.CASE_INSENSITIVE);

    private WashVectors() {}

    static void register(Map<String, BiConsumer<VectorCase, ObjectNode>> kinds) {
        kinds.put("wash-ira-2008-5", WashVectors::trades);
        kinds.put("wash-vita", WashVectors::oneBuy);
        kinds.put("wash-one-buy", WashVectors::oneBuy);
        kinds.put("wash-window", WashVectors::window);
        kinds.put("wash-several-buys", WashVectors::severalBuys);
        kinds.put("wash-ira-sell", WashVectors::saleInRetirement);
        kinds.put("wash-tack", WashVectors::tack);
    }

    private static void trades(VectorCase vector, ObjectNode actual) {
        List<JsonNode> buys = new ArrayList<>();
        JsonNode sell = null;
        for (JsonNode trade : vector.input().get("trades"))
            if (trade.get("side").asText().equals("SELL")) sell = trade;
            else buys.add(trade);
        if (sell == null) throw new IllegalArgumentException("no sale in " + vector.id());
        put(matching(sell, buys), BigDecimal.ZERO, actual);
    }

    private static void oneBuy(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        JsonNode buy = input.has("buy") ? input.get("buy") : input.get("buyWithin30Days");
        put(matching(input.get("sell"), List.of(buy)), cost(buy), actual);
    }

    private static void severalBuys(VectorCase vector, ObjectNode actual) {
        put(matching(vector.input().get("sell"), vector.input().get("buys")), BigDecimal.ZERO, actual);
    }

    private static WashMatching matching(JsonNode sell, Iterable<JsonNode> buys) {
        List<WashMatching.Replacement> bought = new ArrayList<>();
        for (JsonNode buy : buys) if (isReplacement(sell, buy)) bought.add(bought(buy));
        return WashMatching.of(new WashMatching.LossSale(day(sell), number(sell, "qty"), gain(sell)), bought);
    }

    /** Bought by the seller or somebody whom the case calls his, and the same security as far as it names one. */
    private static boolean isReplacement(JsonNode sell, JsonNode buy) {
        boolean same = !sell.has("sec") || !buy.has("sec") || sell.get("sec").equals(buy.get("sec"));
        if (!sell.has("owner") || !buy.has("owner")) return same;
        String buyer = buy.get("owner").asText();
        boolean related = RELATED.matcher(buyer).matches();
        return same
                && (related
                        || List.of(buyer.split("\\W+"))
                                .contains(sell.get("owner").asText()));
    }

    private static BigDecimal gain(JsonNode sell) {
        BigDecimal quantity = number(sell, "qty");
        if (sell.has("lossPerShare"))
            return number(sell, "lossPerShare").negate().multiply(quantity);
        BigDecimal basis =
                sell.has("basisPerShare") ? number(sell, "basisPerShare").multiply(quantity) : number(sell, "basis");
        BigDecimal proceeds = sell.has("proceeds")
                ? number(sell, "proceeds")
                : number(sell, "pricePerShare").multiply(quantity);
        return proceeds.subtract(basis);
    }

    private static void window(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        actual.put(
                "inWindow",
                WashMatching.isInWindow(
                        LocalDate.parse(input.get("lossSaleDate").asText()),
                        LocalDate.parse(input.get("purchaseDate").asText())));
    }

    /** The rebalancer's own totals: cash is needed, the only holding stands below or above its basis. */
    private static void saleInRetirement(VectorCase vector, ObjectNode actual) {
        JsonNode sell = vector.input().get("sell");
        BigDecimal proceeds = number(sell, "proceeds");
        var book = new HarvestBook();
        book.taxable = !isRetirement(sell.get("acct").asText());
        book.need = proceeds;
        book.lot("l", "X", BigDecimal.ONE, number(sell, "basis"), HarvestBook.LONG_AGO);
        book.security("X", "EQ", proceeds).classes.add(new ClassTarget("EQ", null, null));
        Rebalancing answer = Rebalancer.rebalance(book.request());
        actual.put("realizedGain", answer.realizedGain()).put("tax", answer.tax());
    }

    private static void tack(VectorCase vector, ObjectNode actual) {
        JsonNode original = vector.input().get("orig");
        JsonNode replacement = vector.input().get("replacement");
        LocalDate acquired = LocalDate.parse(original.get("acq").asText());
        LocalDate lost = LocalDate.parse(original.get("soldAtLoss").asText());
        LocalDate replaced = LocalDate.parse(replacement.get("acq").asText());
        LocalDate sold = LocalDate.parse(replacement.get("sold").asText());
        LocalDate counted = WashMatching.tacked(acquired, lost, replaced);
        actual.put("originalDays", ChronoUnit.DAYS.between(acquired, lost));
        actual.put("replacementDays", ChronoUnit.DAYS.between(replaced, sold));
        actual.put("totalDays", ChronoUnit.DAYS.between(counted, sold));
        actual.put("term", sold.isBefore(Lot.firstLongTermDay(counted)) ? "ST" : "LT");
    }

    /** With the basis of the purchases where none of them replaces anything. */
    private static void put(WashMatching wash, BigDecimal unmatched, ObjectNode actual) {
        BigDecimal gain = wash.sale().gain();
        actual.put("realizedGain", gain).put("grossLoss", gain.min(BigDecimal.ZERO));
        actual.put("disallowedLoss", wash.disallowed()).put("allowedLoss", wash.allowed());
        actual.put("permanentlyLost", wash.lostForGood());
        BigDecimal basis = BigDecimal.ZERO;
        BigDecimal increase = BigDecimal.ZERO;
        var matched = actual.putArray("matchedBuys");
        for (var match : wash.matches()) {
            matched.add(match.bought().date().toString());
            basis = basis.add(match.basis());
            increase = increase.add(match.basis()).subtract(match.bought().cost());
        }
        if (wash.matches().isEmpty()) basis = unmatched;
        actual.put("basisIncrease", increase);
        actual.put("newBasis", basis).put("replacementBasis", basis);
    }

    private static WashMatching.Replacement bought(JsonNode buy) {
        BigDecimal quantity = number(buy, "qty");
        return new WashMatching.Replacement(
                day(buy),
                quantity,
                cost(buy),
                isRetirement(buy.path("type").asText() + " " + buy.path("acct").asText()));
    }

    private static BigDecimal cost(JsonNode buy) {
        if (buy.has("cost")) return number(buy, "cost");
        for (String price : List.of("pricePerShare", "price"))
            if (buy.has(price)) return number(buy, price).multiply(number(buy, "qty"));
        return BigDecimal.ZERO;
    }

    static boolean isRetirement(String account) {
        return RETIREMENT.matcher(account).find();
    }

    private static LocalDate day(JsonNode trade) {
        return trade.has("date") ? LocalDate.parse(trade.get("date").asText()) : ANY_DAY;
    }

    private static BigDecimal number(JsonNode node, String field) {
        return node.get(field).decimalValue();
    }
}
