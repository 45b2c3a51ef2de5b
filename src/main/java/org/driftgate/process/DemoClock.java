package org.driftgate.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.driftgate.market.MarketCalendar;
import org.driftgate.process.engine.EngineTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Business time of the demo: runs like real time, some offset ahead or behind. The offset is kept in the database and
 * moves the engine's clock too. One node only, because the engine's clock belongs to the JVM.
 */
@Component
@Profile("demo")
public class DemoClock extends Clock {

    private static final LocalTime FIRST_MORNING = LocalTime.of(6, 55);

    private static final Clock REAL = Clock.systemUTC();

    private final JdbcClient jdbc;
    private final ObjectProvider<MarketCalendar> market;
    private final DemoSettings settings;
    private volatile @Nullable Duration offset;

    DemoClock(JdbcClient jdbc, ObjectProvider<MarketCalendar> market, DemoSettings settings) {
        this.jdbc = jdbc;
        this.market = market;
        this.settings = settings;
    }

    @Override
    public Instant instant() {
        return REAL.instant().plus(offset());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), offset());
    }

    /** Reads or begins the offset, and sets the engine's clock. */
    void start() {
        EngineTime.offset(offset());
    }

    /** Kept in milliseconds and rounded up, so that it is never earlier than asked and a timer due then is due. */
    synchronized void set(Instant now) {
        keep(Duration.between(REAL.instant(), now).plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS));
    }

    /** Read late: the trading calendar may itself be made with this clock. */
    private Duration offset() {
        Duration known = offset;
        return known != null ? known : begin();
    }

    private synchronized Duration begin() {
        Duration known = offset;
        if (known != null) return known;
        return jdbc.sql("select offset_millis from driftgate.demo_clock")
                .query(Long.class)
                .optional()
                .map(millis -> use(Duration.ofMillis(millis)))
                .orElseGet(() -> keep(Duration.between(REAL.instant(), firstMorning())));
    }

    /** Rounded up to the database's millisecond, so that a timer is surely due at the time that was set. */
    private Duration keep(Duration exact) {
        Duration changed = Duration.ofMillis(exact.toMillis() + 1);
        jdbc.sql("""
                insert into driftgate.demo_clock (offset_millis) values (:millis)
                on conflict (only_row) do update set offset_millis = :millis, moved_at = clock_timestamp()""").param("millis", changed.toMillis()).update();
        return use(changed);
    }

    private Duration use(Duration changed) {
        EngineTime.offset(changed);
        offset = changed;
        return changed;
    }

    private Instant firstMorning() {
        String start = settings.start();
        if (start != null && start.endsWith("Z")) return Instant.parse(start);
        MarketCalendar calendar = market.getObject();
        if (start != null && !start.isBlank())
            return LocalDateTime.parse(start).atZone(calendar.zone()).toInstant();
        LocalDate asOf = settings.asOf();
        LocalDate before = asOf != null ? asOf : yesterday(calendar.zone());
        LocalDate day = calendar.calendar().nextTradingDay(before);
        return day.atTime(FIRST_MORNING).atZone(calendar.zone()).toInstant();
    }

    private static LocalDate yesterday(ZoneId zone) {
        return REAL.instant().atZone(zone).toLocalDate().minusDays(1);
    }
}
