package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.driftgate.shared.Side;

/** A loss that the household sells and buys again, or bought lately, must be flagged; counted from rows alone. */
final class WashInvariant {

    private final RebalancingRequest request;
    private final Rebalancing answer;

    WashInvariant(RebalancingRequest request, Rebalancing answer) {
        this.request = request;
        this.answer = answer;
    }

    void check(String seed) {
        for (LotSale sale : answer.lotSales())
            if (isTaxableLoss(sale) && isWashed(sale))
                assertThat(isFlagged(sale)).as("%s: %s", seed, sale).isTrue();
        for (LotSale sale : answer.lotSales())
            assertThat(sale.disallowed()).as("%s: %s", seed, sale).isBetween(BigDecimal.ZERO, washed(sale));
        for (ProposedTrade trade : answer.trades())
            if (trade.side() == Side.BUY)
                assertThat(request.wash().soldAtLoss()).as(seed).noneMatch(identical(trade.symbol())::contains);
    }

    /** The most that can be disallowed. */
    private BigDecimal washed(LotSale sale) {
        BigDecimal gain = sale.gain();
        return gain != null && isTaxableLoss(sale) && isWashed(sale) ? gain.negate() : BigDecimal.ZERO;
    }

    boolean isWashed(LotSale sale) {
        Set<String> group = identical(sale.symbol());
        boolean buys =
                answer.trades().stream().anyMatch(trade -> trade.side() == Side.BUY && group.contains(trade.symbol()));
        boolean bought = request.wash().bought().stream().anyMatch(group::contains);
        return buys || bought || keepsRecent(group);
    }

    /** A lot of the last 30 days that is not sold whole. */
    private boolean keepsRecent(Set<String> group) {
        for (TradedAccount account : request.accounts())
            for (TaxLot lot : account.lots())
                if (group.contains(lot.symbol())
                        && !lot.acquired().isBefore(request.asOf().minusDays(30))
                        && sold(lot).compareTo(lot.quantity()) < 0) return true;
        return false;
    }

    private BigDecimal sold(TaxLot lot) {
        return answer.lotSales().stream()
                .filter(sale -> sale.lot().equals(lot.id()))
                .map(LotSale::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean isTaxableLoss(LotSale sale) {
        boolean taxable = request.accounts().stream()
                .anyMatch(account -> account.taxable() && account.id().equals(sale.account()));
        BigDecimal gain = sale.gain();
        return taxable && (gain == null || gain.signum() < 0);
    }

    private boolean isFlagged(LotSale sale) {
        return answer.flags().stream().anyMatch(flag -> flag.startsWith(sale.symbol() + ": loss sold"));
    }

    private Set<String> identical(String symbol) {
        Set<String> group = new HashSet<>(Set.of(symbol));
        for (Set<String> declared : request.wash().identical()) if (declared.contains(symbol)) group.addAll(declared);
        return group;
    }

    /** More than a year: bought on a month's last day, from the first day of the thirteenth month after (Rev. Rul. 66-7). */
    static boolean isLongTerm(LocalDate bought, LocalDate sold) {
        boolean monthEnd = bought.getDayOfMonth() == bought.lengthOfMonth();
        LocalDate first =
                monthEnd ? bought.plusDays(1).plusYears(1) : bought.plusYears(1).plusDays(1);
        return !sold.isBefore(first);
    }
}
