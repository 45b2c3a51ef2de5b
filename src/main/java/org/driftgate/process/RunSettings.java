package org.driftgate.process;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When runs and polls happen, in the firm's zone. {@code schedule} and {@code polling} are phrases of
 * {@link TradingPhrase}; a scheduled start after {@code latestStart} is skipped; at {@code dayEnd} the advisers get their
 * summary even when cases are open; a client should be told by the end of {@code noticeWithinTradingDays} after the day
 * on which the drift was found.
 */
@ConfigurationProperties("driftgate.run")
record RunSettings(
        @DefaultValue("trading days at 07:00") String schedule,

        @DefaultValue("trading days every PT5M from 09:45 until close plus PT30M")
        String polling,

        @DefaultValue("12:00") LocalTime latestStart,
        @DefaultValue("18:00") LocalTime dayEnd,
        @DefaultValue("PT4H") Duration remindAfter,
        @DefaultValue("PT24H") Duration escalateAfter,
        @DefaultValue("4") int noticeWithinTradingDays) {

    RunSettings {
        if (noticeWithinTradingDays < 1)
            throw new IllegalArgumentException("driftgate.run.notice-within-trading-days is %d; write 1 or more"
                    .formatted(noticeWithinTradingDays));
    }
}
