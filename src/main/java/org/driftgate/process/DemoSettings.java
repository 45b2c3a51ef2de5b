package org.driftgate.process;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo: {@code users} makes the demo log-ins; {@code start} is the first business time, as an instant
 * ({@code 2026-11-20T11:55:00Z}) or a local time in the market's zone ({@code 2026-11-20T06:55}), by default 06:55 of the
 * next trading day, counted from the day after {@code asOf} (the day of a book's prices) where there is one; one move of the clock takes at most {@code longestWalk} and {@code mostSteps}.
 */
@ConfigurationProperties("driftgate.demo")
record DemoSettings(
        @DefaultValue("false") boolean users,
        @Nullable String start,
        @Nullable LocalDate asOf,
        @DefaultValue("PT4M") Duration longestWalk,
        @DefaultValue("5000") int mostSteps) {}
