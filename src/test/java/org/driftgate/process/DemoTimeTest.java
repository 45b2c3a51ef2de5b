package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.process.engine.EngineTime;
import org.driftgate.process.engine.JobExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class DemoTimeTest {

    private static final Instant START = Instant.parse("2031-01-06T11:55:00Z");
    private final JdbcClient jdbc = EngineUnderTest.bean(JdbcClient.class);

    @BeforeEach
    void forget() {
        EngineUnderTest.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> jdbc.sql("update driftgate.demo_clock set offset_millis = 0")
                        .update());
    }

    @AfterEach
    void putTheEnginesClockBack() {
        EngineTime.reset();
    }

    @Test
    void walksThroughTimersAndSaysWhatFired() {
        DemoClock clock = clock();
        clock.set(START);
        CaseStory story = CaseStory.opens().works();
        story.decides(
                "reviewProposal",
                "reviewer",
                Map.of("reviewRoute", "HELD", "holdUntil", Date.from(START.plus(Duration.ofHours(1)))));

        MovedClock moved = time(clock).moveTo(START.plus(Duration.ofMinutes(30)));

        assertThat(moved.from()).isBetween(START, START.plusSeconds(60));
        assertThat(moved.now()).isAfterOrEqualTo(START.plus(Duration.ofMinutes(30)));
        story.waitsAt("holdEnded");
    }

    @Test
    void refusesToGoBack() {
        DemoClock clock = clock();
        clock.set(START);

        assertThatThrownBy(() -> time(clock).moveTo(START.minusSeconds(3600)))
                .isInstanceOf(ClockNotMovedException.class)
                .hasMessageContaining("does not go back");
    }

    @Test
    void keepsItsTimeOverARestart() {
        clock().set(START);

        assertThat(clock().instant()).isBetween(START, START.plusSeconds(60));
    }

    @Test
    void movesTheEnginesClockToo() {
        clock().set(START);
        CaseStory story = CaseStory.opens().works();

        assertThat(story.task("reviewProposal").getCreateTime().toInstant()).isBetween(START, START.plusSeconds(60));
    }

    @Test
    void recordsTheMove() {
        DemoClock clock = clock();
        clock.set(START);
        time(clock).moveBy(Duration.ofMinutes(1));

        long entries = jdbc.sql("select count(*) from audit.entry where event = :event")
                .param("event", AuditEvent.CLOCK_MOVED.name())
                .query(Long.class)
                .single();

        assertThat(entries).isPositive();
    }

    private DemoClock clock() {
        var settings = settings();
        return new DemoClock(
                jdbc,
                new StaticListableBeanFactory().getBeanProvider(org.driftgate.market.MarketCalendar.class),
                settings);
    }

    private DemoTime time(DemoClock clock) {
        return new DemoTime(
                clock,
                EngineUnderTest.bean(JobExecution.class),
                EngineUnderTest.bean(DueTimers.class),
                settings(),
                EngineUnderTest.bean(AuditLog.class),
                EngineUnderTest.bean(TransactionTemplate.class));
    }

    private static DemoSettings settings() {
        return new DemoSettings(true, "2030-01-07T11:55:00Z", null, Duration.ofSeconds(30), 100);
    }
}
