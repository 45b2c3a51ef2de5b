package org.driftgate.trading;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.driftgate.market.MarketCalendar;
import org.driftgate.shared.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders of the market's day ({@code driftgate.orders.submitted}, {@code .rejected}, {@code .rejection.ratio}) and how long
 * the custodians have not been asked about open ones ({@code driftgate.poll.lag}); whether all sending is stopped
 * ({@code driftgate.sending.stopped}).
 */
@Component
class TradingMetrics implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final MarketCalendar market;
    private final PollLag lag;
    private final Sending sending;
    private final Reading<Day> today = new Reading<>(FRESH, this::count);

    TradingMetrics(JdbcClient jdbc, MarketCalendar market, PollLag lag, Sending sending) {
        this.jdbc = jdbc;
        this.market = market;
        this.lag = lag;
        this.sending = sending;
    }

    private record Day(long submitted, long rejected) {

        double ratio() {
            return submitted == 0 ? 0 : (double) rejected / submitted;
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("driftgate.orders.submitted", () -> today.get().submitted())
                .description("Orders sent on this market day, each attempt counted")
                .register(registry);
        Gauge.builder("driftgate.orders.rejected", () -> today.get().rejected())
                .description("Those of them that the custodian rejected, at once or later")
                .register(registry);
        Gauge.builder("driftgate.orders.rejection.ratio", () -> today.get().ratio())
                .description("Rejected orders as a share of those sent on this market day")
                .register(registry);
        var stopped = new Reading<>(FRESH, () -> sending.stops().isEmpty() ? 0.0 : 1.0);
        Gauge.builder("driftgate.sending.stopped", stopped::get)
                .description("1 while all sending is stopped, otherwise 0")
                .register(registry);
        var seconds = new Reading<>(FRESH, () -> (double) lag.now().toSeconds());
        Gauge.builder("driftgate.poll.lag", seconds::get)
                .baseUnit("seconds")
                .description("Time for which the custodians were not asked about orders that may still be open")
                .register(registry);
    }

    private Day count() {
        return jdbc.sql("""
                select count(*) filter (where not placed.no), count(*) filter (where refused.yes)
                from driftgate.attempt a
                cross join lateral (select exists (select from driftgate.attempt_answer n
                    where n.intent_id = a.intent_id and n.n = a.n and n.kind = 'NOT_PLACED') as no) placed
                cross join lateral (select exists (select from driftgate.attempt_answer n
                    where n.intent_id = a.intent_id and n.n = a.n and n.kind = 'REJECTED')
                  or exists (select from driftgate.order_event e
                    where e.intent_id = a.intent_id and e.n = a.n and e.state = 'REJECTED') as yes) refused
                where a.claimed_on = :today""")
                .param("today", market.today())
                .query((row, number) -> new Day(row.getLong(1), row.getLong(2)))
                .single();
    }
}
