package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.driftgate.shared.Side;

/** The properties that a case states in words, as far as they can be checked. */
final class VectorProperties {

    private VectorProperties() {}

    static void check(VectorCase vector, Rebalancing answer, ObjectNode actual) {
        List<String> broken = new ArrayList<>();
        JsonNode properties = vector.whole().path("properties");
        properties.forEach(property -> {
            if (!holds(property.asText(), answer)) broken.add(property.asText());
        });
        boolean overdrawn = answer.endCash().values().stream().anyMatch(cash -> cash.signum() < 0);
        if (overdrawn && answer.status() != Rebalancing.Status.INFEASIBLE) broken.add("cash below zero");
        if (broken.isEmpty()) return;
        var list = actual.putArray("broken");
        broken.forEach(list::add);
    }

    private static boolean holds(String property, Rebalancing answer) {
        Matcher text = Pattern.compile("no sell in (\\w+)( needed)?").matcher(property);
        if (text.matches())
            return answer.trades().stream()
                    .noneMatch(trade ->
                            trade.side() == Side.SELL && trade.account().equals(text.group(1)));
        Matcher untouched =
                Pattern.compile("(?:no trade in (\\w+)|(\\w+) untouched)").matcher(property);
        if (untouched.matches()) {
            String account = untouched.group(1) == null ? untouched.group(2) : untouched.group(1);
            return answer.trades().stream().noneMatch(trade -> trade.account().equals(account));
        }
        Matcher lot = Pattern.compile("lot (\\w+) untouched").matcher(property);
        if (lot.matches())
            return answer.lotSales().stream().noneMatch(sale -> sale.lot().equals(lot.group(1)));
        Matcher noBuy = Pattern.compile("no (\\w+) buy in any account").matcher(property);
        if (noBuy.matches())
            return answer.trades().stream()
                    .noneMatch(
                            trade -> trade.side() == Side.BUY && trade.symbol().equals(noBuy.group(1)));
        return switch (property) {
            case "no trades" -> answer.trades().isEmpty();
            case "integer shares" ->
                answer.trades().stream()
                        .allMatch(trade -> trade.quantity().stripTrailingZeros().scale() <= 0);
            case "trade size exactly 500" ->
                answer.trades().stream().allMatch(trade -> trade.amount().compareTo(new BigDecimal("500")) == 0);
            case "sells lot lt, not st (HIFO) nor old (FIFO)" ->
                answer.lotSales().stream().allMatch(sale -> sale.lot().equals("lt"));
            case "status infeasible, names TAX cash short 4,000" ->
                answer.reason().contains("TAX lacks $4,000.00");
            default -> true;
        };
    }
}
