package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.driftgate.shared.Side;
import org.jspecify.annotations.Nullable;

/** The properties that a case states in words; one that nobody reads here is unsupported, never taken for true. */
final class VectorProperties {

    private static final BigDecimal CENTS = new BigDecimal("0.02");
    private static final String ID = "([\\w-]+)";
    private static final String NAMES = "([\\w-]+(?:(?:, | and | or | nor |, and |, or |/)[\\w-]+)*)";
    private static final String MONEY = "\\$?(-?[\\d,]+(?:\\.\\d+)?)";
    private static final String COMPARED =
            "(?:of |is |was )?(>=|<=|=|==|at least|at most|exactly|not above)? ?" + MONEY;

    private interface Check {
        boolean holds(VectorProperties facts, Matcher words);
    }

    private static final Map<Pattern, Check> CHECKS = new LinkedHashMap<>();

    static {
        check("no trades?|do nothing", (facts, words) -> facts.answer.trades().isEmpty());
        check(
                "(?:integer|whole) shares(?: only)?",
                (facts, words) -> facts.trades().allMatch(VectorProperties::isWhole));
        check(
                "cash >= 0",
                (facts, words) -> facts.answer.endCash().values().stream().allMatch(VectorProperties::isPaid));
        check(
                "no (sell|buy|trade)s? in " + NAMES + "(?: needed)?",
                (facts, words) -> facts.trades(words.group(1)).noneMatch(in(words.group(2))));
        check(
                "no (sell|buy|trade)s? of " + NAMES + "(?: in (?:any account|" + NAMES + "))?",
                (facts, words) -> facts.none(words.group(1), words.group(2), words.group(3)));
        check(
                "no " + NAMES + " (sell|buy|trade)s?(?: in (?:any account|" + NAMES + "))?",
                (facts, words) -> facts.none(words.group(2), words.group(1), words.group(3)));
        check(
                "lots? " + NAMES + " (?:is |are |stays? )?(?:untouched|kept|unsold|not sold)",
                (facts, words) -> names(words.group(1)).noneMatch(facts::sells));
        check(
                NAMES + " (?:is |are )?(?:untouched|not traded)",
                (facts, words) -> facts.trades().noneMatch(in(words.group(1)).or(of(words.group(1)))));
        check("sells only (?:lots? )?" + NAMES, (facts, words) -> facts.sellsOnly(words.group(1)));
        check(
                "sells lots? " + NAMES + "(?: only)?(?:,? not (?:lots? )?" + ID + "(?: \\(\\w+\\))?)?(?: nor " + ID
                        + "(?: \\(\\w+\\))?)?",
                (facts, words) -> names(words.group(1)).allMatch(facts::sells)
                        && !facts.sells(words.group(2))
                        && !facts.sells(words.group(3)));
        check(
                "(buy|sell)s " + NAMES + "(?:,? not " + NAMES + ")?(?: in " + NAMES + ")?",
                (facts, words) -> names(words.group(2))
                                .allMatch(symbol -> !facts.none(words.group(1), symbol, words.group(4)))
                        && (words.group(3) == null || facts.none(words.group(1), words.group(3), words.group(4))));
        check(
                "(?:(?:buy|sell) \\w+ (?:value )?" + MONEY + "(?:,? (?:and )?)?)+",
                (facts, words) -> facts.amounts(words.group()));
        check(
                "(?:(?:every|each|all) )?trade(?:s| sizes?)? " + COMPARED,
                (facts, words) ->
                        facts.trades().allMatch(trade -> is(trade.amount(), words.group(1), money(words.group(2)))));
        check(
                "no trade (?:below|under) " + MONEY,
                (facts, words) -> facts.trades().allMatch(trade -> is(trade.amount(), ">=", money(words.group(1)))));
        check(
                "(exactly|at most|at least) (\\d+) trades?",
                (facts, words) ->
                        is(BigDecimal.valueOf(facts.answer.trades().size()), words.group(1), money(words.group(2))));
        check("cash leaves " + ID + " only", (facts, words) -> facts.leavesOnly(words.group(1)));
        check(
                ID + " end cash " + COMPARED + "(?: after " + MONEY + " leaves)?",
                (facts, words) ->
                        facts.endsWith(words.group(1), words.group(2), money(words.group(3)), words.group(4)));
        check(
                "(?:realized |net )?gains? " + COMPARED,
                (facts, words) -> is(facts.answer.realizedGain(), words.group(1), money(words.group(2))));
        check("(?:zero|no) tax", (facts, words) -> isNear(facts.answer.tax(), BigDecimal.ZERO));
        check("tax " + COMPARED, (facts, words) -> is(facts.answer.tax(), words.group(1), money(words.group(2))));
        check(
                "no wash sales?",
                (facts, words) -> facts.answer.lotSales().stream()
                        .allMatch(sale -> sale.disallowed().signum() == 0));
        check("(?:status )?infeasible", (facts, words) -> facts.answer.status() == Rebalancing.Status.INFEASIBLE);
        check(
                "(?:status )?infeasible,? names " + ID + "(?: cash)? short " + MONEY,
                (facts, words) -> facts.names(words));
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
        CHECKS.put(Pattern.compile(words, Pattern.CASE_INSENSITIVE), check);
    }

    private boolean holds(String property) {
        for (var check : CHECKS.entrySet()) {
            Matcher words = check.getKey().matcher(property.strip().replaceAll("\\.$", ""));
            if (words.matches()) return check.getValue().holds(this, words);
        }
        throw new UnsupportedOperationException("property: " + property);
    }

    private Stream<ProposedTrade> trades() {
        return answer.trades().stream();
    }

    private Stream<ProposedTrade> trades(String side) {
        return trades().filter(trade -> side.equalsIgnoreCase("trade") || trade.side() == side(side));
    }

    /** Of some securities, in some accounts or in any. */
    private boolean none(String side, String symbols, @Nullable String accounts) {
        return trades(side).filter(of(symbols)).noneMatch(accounts == null ? trade -> true : in(accounts));
    }

    private boolean sellsOnly(String wanted) {
        List<String> names = names(wanted).toList();
        return !answer.lotSales().isEmpty()
                && answer.lotSales().stream()
                        .allMatch(sale -> names.contains(sale.lot()) || names.contains(sale.symbol()));
    }

    private static Stream<String> names(String list) {
        return Stream.of(list.split(", and |, or |, | and | or | nor |/"));
    }

    private static Predicate<ProposedTrade> in(String accounts) {
        return trade -> names(accounts).anyMatch(trade.account()::equals);
    }

    private static Predicate<ProposedTrade> of(String symbols) {
        return trade -> names(symbols).anyMatch(trade.symbol()::equals);
    }

    private boolean sells(String lot) {
        return answer.lotSales().stream().anyMatch(sale -> sale.lot().equals(lot));
    }

    /** Each "sell A value 20,000" in a list of them. */
    private boolean amounts(String list) {
        Matcher one = Pattern.compile("(buy|sell) (\\w+) (?:value )?" + MONEY, Pattern.CASE_INSENSITIVE)
                .matcher(list);
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

    private boolean endsWith(String id, String comparison, BigDecimal stated, @Nullable String amount) {
        for (JsonNode account : vector.input().get("accounts"))
            if (account.get("id").asText().equals(id))
                return is(answer.endCash().get(id), comparison, stated)
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

    private static boolean is(BigDecimal amount, @Nullable String comparison, BigDecimal stated) {
        return switch (comparison == null ? "=" : comparison) {
            case ">=", "at least" -> amount.compareTo(stated.subtract(CENTS)) >= 0;
            case "<=", "at most", "not above" -> amount.compareTo(stated.add(CENTS)) <= 0;
            default -> isNear(amount, stated);
        };
    }

    private static boolean isNear(BigDecimal amount, BigDecimal stated) {
        return amount.subtract(stated).abs().compareTo(CENTS) <= 0;
    }

    private static BigDecimal money(String digits) {
        return new BigDecimal(digits.replace(",", ""));
    }

    private static Side side(String word) {
        return word.equalsIgnoreCase("buy") ? Side.BUY : Side.SELL;
    }
}
