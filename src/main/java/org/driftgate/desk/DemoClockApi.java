package org.driftgate.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.driftgate.process.DemoTime;
import org.driftgate.process.MovedClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The demonstration's business time: forward only, timers included. */
@RestController
@RequestMapping("/api/demo/clock")
@Profile("demo")
@Tag(name = "Demonstration")
class DemoClockApi {

    private final DemoTime demo;
    private final FirmTime time;
    private final Clock clock;

    DemoClockApi(DemoTime demo, FirmTime time, Clock clock) {
        this.demo = demo;
        this.time = time;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "What time it is")
    Reading now() {
        Instant now = clock.instant();
        return new Reading(
                now, LocalDateTime.ofInstant(now, time.zone()), time.zone().getId());
    }

    @PostMapping
    @Operation(summary = "Move to a time of the firm, or by a duration; answers with the timers that fired")
    MovedClock move(@RequestBody ClockBody body) {
        if (body.to() != null && body.plus() != null) throw Answers.badField("plus", "send either 'to' or 'plus'");
        if (body.plus() != null) return demo.moveBy(body.plus());
        if (body.to() == null) throw Answers.badField("to", "send 'to' or 'plus'");
        return demo.moveTo(time.read("to", body.to()));
    }

    record ClockBody(@Nullable String to, @Nullable Duration plus) {}

    record Reading(Instant now, LocalDateTime local, String zone) {}
}
