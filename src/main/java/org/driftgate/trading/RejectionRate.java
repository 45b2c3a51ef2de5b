package org.driftgate.trading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.driftgate.market.MarketCalendar;
import org.springframework.stereotype.Component;

/** How many of the market day's orders were rejected, and whether that is more than the firm puts up with. */
@Component
public class RejectionRate {

    private final OrderRows rows;
    private final MarketCalendar market;
    private final TradingSettings settings;

    RejectionRate(OrderRows rows, MarketCalendar market, TradingSettings settings) {
        this.rows = rows;
        this.market = market;
        this.settings = settings;
    }

    public Day today() {
        LocalDate day = market.today();
        List<Order> orders = rows.claimedOn(day);
        long rejected = orders.stream()
                .filter(order -> order.state() == Orders.State.REJECTED)
                .count();
        return new Day(day, orders.size(), (int) rejected, settings.rejectionLimit());
    }

    /** {@code limit} is a fraction of the orders. */
    public record Day(LocalDate day, int orders, int rejected, BigDecimal limit) {

        public boolean isTooHigh() {
            return BigDecimal.valueOf(rejected).compareTo(limit.multiply(BigDecimal.valueOf(orders))) > 0;
        }

        public String sentence() {
            return "%d of the %d orders of %s %s rejected, %s %%; the limit is %s %%."
                    .formatted(
                            rejected,
                            orders,
                            day,
                            rejected == 1 ? "was" : "were",
                            percent(),
                            limit.movePointRight(2).toPlainString());
        }

        private String percent() {
            if (orders == 0) return "0";
            return BigDecimal.valueOf(rejected)
                    .movePointRight(2)
                    .divide(BigDecimal.valueOf(orders), 1, RoundingMode.HALF_UP)
                    .toPlainString();
        }
    }
}
