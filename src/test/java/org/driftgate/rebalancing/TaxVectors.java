package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.driftgate.household.Lot;
import org.driftgate.shared.TradingCalendar;

/** Terms, netting, distributions, settlement. */
final class TaxVectors {

    /** What counts together; SEP and SIMPLE plans are IRAs here (26 CFR §1.408-8 Q&A-1). */
    private static final Set<String> OWN_IRAS =
            Set.of("ira", "traditional", "traditional-ira", "rollover-ira", "sep", "sep-ira", "simple", "simple-ira");

    private TaxVectors() {}

    static void register(Map<String, BiConsumer<VectorCase, ObjectNode>> kinds) {
        kinds.put("term", TaxVectors::term);
        kinds.put("netting", TaxVectors::netting);
        kinds.put("netted-tax", TaxVectors::nettedTax);
        kinds.put("niit", TaxVectors::investmentIncome);
        kinds.put("rmd", TaxVectors::distribution);
        kinds.put("rmd-age", TaxVectors::distributionAge);
        kinds.put("rmd-aggregate", TaxVectors::aggregate);
        kinds.put("settlement", TaxVectors::settlement);
    }

    private static void term(VectorCase vector, ObjectNode actual) {
        LocalDate first = Lot.firstLongTermDay(date(vector.input(), "acq"));
        actual.put("term", date(vector.input(), "sold").isBefore(first) ? "ST" : "LT");
    }

    private static void netting(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        var year = new YearResults(sum(input.path("st")), sum(input.path("lt")), limit(input));
        actual.put("netST", year.netShort()).put("netLT", year.netLong()).put("net", year.net());
        actual.put("ordinaryDeduction", year.deduction());
        actual.put("carryST", year.carriedShort()).put("carryLT", year.carriedLong());
    }

    /** What of a net loss one year may deduct: $3,000, half of it for a separate return. */
    private static BigDecimal limit(JsonNode input) {
        if (input.has("limit")) return number(input, "limit");
        return new BigDecimal(input.path("status").asText().equals("MFS") ? "1500" : "3000");
    }

    private static void nettedTax(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        double shortRate = input.get("rates").get("st").asDouble();
        double longRate = input.get("rates").get("lt").asDouble();
        var tax = new NettedTax(shortRate, longRate, 0, 0, 3000);
        double shortBefore = before(input, "shortTerm");
        double longBefore = before(input, "longTerm");
        double shortTerm = input.get("shortTerm").asDouble();
        double longTerm = input.get("longTerm").asDouble();
        actual.put(
                "tax", tax.shown(shortBefore + shortTerm, longBefore + longTerm) - tax.shown(shortBefore, longBefore));
        actual.put("sumOfLotTaxes", shortRate * shortTerm + longRate * longTerm);
    }

    private static double before(JsonNode input, String term) {
        return input.path("yearToDate").path(term).asDouble()
                + input.path("carryforward").path(term).asDouble();
    }

    private static void investmentIncome(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        InvestmentIncomeTax.FilingStatus status =
                switch (input.get("status").asText().toUpperCase(Locale.ROOT)) {
                    case "MFJ", "JOINT", "MARRIED_JOINT" -> InvestmentIncomeTax.FilingStatus.MFJ;
                    case "MFS", "SEPARATE", "MARRIED_SEPARATE" -> InvestmentIncomeTax.FilingStatus.MFS;
                    case "QSS", "QW" -> InvestmentIncomeTax.FilingStatus.QSS;
                    case "HOH", "HEAD", "HEAD_OF_HOUSEHOLD" -> InvestmentIncomeTax.FilingStatus.HOH;
                    case "SINGLE" -> InvestmentIncomeTax.FilingStatus.SINGLE;
                    default -> throw new UnsupportedOperationException("status " + input.get("status"));
                };
        actual.put("niit", InvestmentIncomeTax.of(number(input, "nii"), number(input, "magi"), status));
    }

    private static void distribution(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        actual.put(
                "rmd",
                RequiredDistribution.amount(
                        number(input, "priorYearEndBalance"), input.get("age").asInt()));
    }

    private static void distributionAge(VectorCase vector, ObjectNode actual) {
        int year = vector.input().get("birthYear").asInt();
        actual.put("applicableAge", RequiredDistribution.applicableAge(year));
    }

    private static void aggregate(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        int age = input.get("age").asInt();
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal workplace = BigDecimal.ZERO;
        ObjectNode perAccount = actual.objectNode();
        var sources = actual.arrayNode();
        for (JsonNode account : input.get("accounts")) {
            if (!account.get("owner").equals(input.get("person"))) continue;
            BigDecimal amount = RequiredDistribution.amount(number(account, "priorYearEnd"), age);
            String type = account.get("type").asText().toLowerCase(Locale.ROOT);
            if (type.equals("401k")) workplace = workplace.add(amount);
            if (!OWN_IRAS.contains(type)) continue;
            total = total.add(amount);
            perAccount.put(account.get("id").asText(), amount);
            sources.add(account.get("id").asText());
        }
        actual.put("iraRmdTotal", total).put("k401Rmd", workplace);
        actual.set("perAccount", perAccount);
        actual.set("mayBeTakenFrom", sources);
    }

    private static void settlement(VectorCase vector, ObjectNode actual) {
        LocalDate traded = date(vector.input(), "tradeDate");
        Set<LocalDate> closed = new HashSet<>();
        for (var field : vector.input().properties())
            if (field.getKey().startsWith("holidays"))
                field.getValue().forEach(day -> closed.add(LocalDate.parse(day.asText())));
        var calendar = new TradingCalendar(closed, Set.of(), Set.of(), traded, traded.plusMonths(1));
        actual.put("settleDate", calendar.settlementDate(traded).toString());
        actual.put("taxYear", traded.getYear());
    }

    private static BigDecimal sum(JsonNode numbers) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode number : numbers) sum = sum.add(number.decimalValue());
        return sum.add(numbers.decimalValue());
    }

    private static BigDecimal number(JsonNode node, String field) {
        return node.get(field).decimalValue();
    }

    private static LocalDate date(JsonNode node, String field) {
        return LocalDate.parse(node.get(field).asText());
    }
}
