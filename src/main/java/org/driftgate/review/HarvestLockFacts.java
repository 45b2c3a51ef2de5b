package org.driftgate.review;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.driftgate.rebalancing.PlannedTrade;
import org.driftgate.rebalancing.TaxableSales;
import org.driftgate.rebalancing.TaxableSales.Sale;
import org.driftgate.rebalancing.WashSales;
import org.driftgate.review.PreTradeRule.Circumstance;

/** Facts about purchases, in any account of the household, of what a taxable account sold lately. */
final class HarvestLockFacts {

    /** One more than the book looks back. */
    private static final long NEVER = 61;

    private HarvestLockFacts() {}

    static Stream<RuleFact> of(Assessment assessment) {
        List<Sale> sales = TaxableSales.of(assessment.household(), assessment.day()).stream()
                .filter(sale -> !isOfTheseTrades(assessment, sale))
                .toList();
        return assessment.trades().stream()
                .filter(trade -> !trade.isSale())
                .map(buy -> fact(assessment, buy, last(assessment, buy, sales)));
    }

    /** A line that is filled already or working; what it does to the others is a wash sale of the proposal. */
    private static boolean isOfTheseTrades(Assessment assessment, Sale sale) {
        return !sale.date().isBefore(assessment.proposedOn())
                && assessment.trades().stream()
                        .anyMatch(trade -> trade.isSale()
                                && trade.account().equals(sale.account())
                                && trade.symbol().equals(sale.symbol()));
    }

    private static Optional<Sale> last(Assessment assessment, PlannedTrade buy, List<Sale> sales) {
        return sales.stream()
                .filter(sale -> WashSales.sameSecurity(assessment.market(), buy.symbol(), sale.symbol()))
                .max(Comparator.comparing(Sale::date));
    }

    private static RuleFact fact(Assessment assessment, PlannedTrade buy, Optional<Sale> last) {
        long days = last.map(sale -> ChronoUnit.DAYS.between(sale.date(), assessment.day()))
                .orElse(NEVER);
        String subject = "BUY %s in account %s".formatted(buy.symbol(), buy.account());
        return RuleFact.of(
                PreTradeRule.HARVEST_LOCK,
                subject,
                BigDecimal.valueOf(days),
                BigDecimal.valueOf(TaxableSales.LOCK_DAYS),
                Map.of(
                        Circumstance.SYMBOL, buy.symbol().value(),
                        Circumstance.ACCOUNT_TYPE, TradeFacts.accountType(assessment, buy.account())),
                limit -> last.map(sale -> sentence(buy, sale, days, limit)).orElse(subject),
                List.of(buy.line()));
    }

    private static String sentence(PlannedTrade buy, Sale sale, long days, BigDecimal limit) {
        return "%s may not be bought in account %s through day %s after a loss: %s was sold in account %s on %s, %d days ago"
                .formatted(
                        buy.symbol(),
                        buy.account(),
                        limit.toPlainString(),
                        sale.symbol(),
                        sale.account(),
                        sale.date(),
                        days);
    }
}
