package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.driftgate.shared.Side;

/** The properties that a case states in words; one that nobody reads here is unsupported, never taken for true. */
final class VectorProperties {

    private static final BigDecimal CENTS = new BigDecimal("0.02");
    private static final String ID = "([\\w-]+)";
    private static final String MONEY = "\\$?([\\d,]+(?:\\.\\d+)?)";

    private interface Check {
        boolean holds(VectorProperties facts, Matcher words);
    }

    private static final Map<Pattern, Check> CHECKS = new LinkedHashMap<>();

    static {
        check("no trades", (facts, words) -> facts.answer.trades().isEmpty());
        check("(?:integer|whole) shares", (facts, words) -> facts.trades().allMatch(VectorProperties::isWhole));
        check(
                "cash >= 0",
                (facts, words) -> facts.answer.endCash().values().stream().allMatch(VectorProperties::isPaid));
        check(
                "no (sell|buy|trade)s? in " + ID + "(?: needed)?",
                (facts, words) -> facts.trades(words.group(1))
                        .noneMatch(trade -> trade.account().equals(words.group(2))));
        check("no (sell|buy|trade)s? of " + ID, (facts, words) -> !facts.trades(words.group(1), words.group(2)));
        check(
                "no " + ID + " (sell|buy|trade)s?(?: in any account)?",
                (facts, words) -> !facts.trades(words.group(2), words.group(1)));
        check("lot " + ID + " untouched", (facts, words) -> !facts.sells(words.group(1)));
        check(
                ID + " untouched",
                (facts, words) -> facts.trades()
                        .noneMatch(trade -> trade.account().equals(words.group(1))
                                || trade.symbol().equals(words.group(1))));
        check(
                "sells lot " + ID + "(?:,? not " + ID + "(?: \\(\\w+\\))?)?(?: nor " + ID + "(?: \\(\\w+\\))?)?",
                (facts, words) ->
                        facts.sells(words.group(1)) && !facts.sells(words.group(2)) && !facts.sells(words.group(3)));
        check(
                "(buy|sell)s " + ID + "(?:,? not " + ID + ")?",
                (facts, words) ->
                        facts.trades(words.group(1), words.group(2)) && !facts.trades(words.group(1), words.group(3)));
        check("(?:(?:buy|sell) \\w+ (?:value )?" + MONEY + "(?:, )?)+", (facts, words) -> facts.amounts(words.group()));
        check(
                "trade size exactly " + MONEY,
                (facts, words) -> facts.trades().allMatch(trade -> isNear(trade.amount(), money(words.group(1)))));
        check("cash leaves " + ID + " only", (facts, words) -> facts.leavesOnly(words.group(1)));
        check(
                ID + " end cash >= " + MONEY + "(?: after " + MONEY + " leaves)?",
                (facts, words) -> facts.endsWith(words.group(1), money(words.group(2)), words.group(3)));
        check("status infeasible, names " + ID + "(?: cash)? short " + MONEY, (facts, words) -> facts.names(words));
    }

    private final VectorCase vector;
    private final Rebalancing answer;

    private VectorProperties(VectorCase vector, Rebalancing answer) {
        this.vector = vector;
        this.answer = answer;
    }

    static void check(VectorCase vector, Rebalancing answer, ObjectNode actual) {
        var facts = new VectorProperties(vector, answer);
        List<String> broken = new ArrayList<>();
        for (JsonNode property : vector.whole().path("properties"))
            if (!facts.holds(property.asText())) broken.add(property.asText());
        boolean overdrawn = answer.endCash().values().stream().anyMatch(cash -> cash.signum() < 0);
        if (overdrawn && answer.status() != Rebalancing.Status.INFEASIBLE) broken.add("cash below zero");
        if (broken.isEmpty()) return;
        var list = actual.putArray("broken");
        broken.forEach(list::add);
    }

    private static void check(String words, Check check) {
        CHECKS.put(Pattern.compile(words), check);
    }

    private boolean holds(String property) {
        for (var check : CHECKS.entrySet()) {
            Matcher words = check.getKey().matcher(property);
            if (words.matches()) return check.getValue().holds(this, words);
        }
        throw new UnsupportedOperationException("property: " + property);
    }

    private Stream<ProposedTrade> trades() {
        return answer.trades().stream();
    }

    private Stream<ProposedTrade> trades(String side) {
        return trades().filter(trade -> side.equals("trade") || trade.side() == side(side));
    }

    private boolean trades(String side, String symbol) {
        return trades(side).anyMatch(trade -> trade.symbol().equals(symbol));
    }

    private boolean sells(String lot) {
        return answer.lotSales().stream().anyMatch(sale -> sale.lot().equals(lot));
    }

    /** Each "sell A value 20,000" in a list of them. */
    private boolean amounts(String list) {
        Matcher one = Pattern.compile("(buy|sell) (\\w+) (?:value )?" + MONEY).matcher(list);
        boolean all = true;
        while (one.find()) {
            String symbol = one.group(2);
            BigDecimal amount = trades(one.group(1))
                    .filter(trade -> trade.symbol().equals(symbol))
                    .map(ProposedTrade::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            all &= isNear(amount, money(one.group(3)));
        }
        return all;
    }

    /** Every other account ends with its cash and what its own trades bring. */
    private boolean leavesOnly(String paying) {
        boolean all = true;
        for (JsonNode account : vector.input().get("accounts"))
            all &= isNear(left(account), account.get("id").asText().equals(paying) ? need(account) : BigDecimal.ZERO);
        return all;
    }

    private boolean endsWith(String id, BigDecimal least, String amount) {
        for (JsonNode account : vector.input().get("accounts"))
            if (account.get("id").asText().equals(id))
                return answer.endCash().get(id).compareTo(least) >= 0
                        && (amount == null || isNear(left(account), money(amount)));
        return false;
    }

    /** What left an account: its cash and proceeds less purchases and what is there at the end. */
    private BigDecimal left(JsonNode account) {
        String id = account.get("id").asText();
        BigDecimal cash = account.get("cash").decimalValue();
        for (ProposedTrade trade : answer.trades())
            if (trade.account().equals(id))
                cash = trade.side() == Side.SELL ? cash.add(trade.amount()) : cash.subtract(trade.amount());
        return cash.subtract(answer.endCash().get(id));
    }

    private static BigDecimal need(JsonNode account) {
        return account.has("need") ? account.get("need").decimalValue() : BigDecimal.ZERO;
    }

    private boolean names(Matcher words) {
        String shortage = "%s lacks $%,.2f".formatted(words.group(1), money(words.group(2)));
        return answer.status() == Rebalancing.Status.INFEASIBLE
                && answer.reason().contains(shortage);
    }

    private static boolean isWhole(ProposedTrade trade) {
        return trade.quantity().stripTrailingZeros().scale() <= 0;
    }

    private static boolean isPaid(BigDecimal cash) {
        return cash.signum() >= 0;
    }

    private static boolean isNear(BigDecimal amount, BigDecimal stated) {
        return amount.subtract(stated).abs().compareTo(CENTS) <= 0;
    }

    private static BigDecimal money(String digits) {
        return new BigDecimal(digits.replace(",", ""));
    }

    private static Side side(String word) {
        return word.equals("buy") ? Side.BUY : Side.SELL;
    }
}
