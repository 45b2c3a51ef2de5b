package org.driftgate.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.driftgate.trading.Sending;
import org.driftgate.trading.SendingStop;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The kill switch. */
@RestController
@RequestMapping("/api/sending")
@Tag(name = "Operations")
class SendingApi {

    private final Sending sending;
    private final SendingSwitch change;

    SendingApi(Sending sending, SendingSwitch change) {
        this.sending = sending;
        this.change = change;
    }

    @GetMapping
    @Operation(summary = "Whether orders may be sent, and every stop in force with who agreed to end it")
    SendingState state() {
        List<SendingStop> stops = sending.stops();
        return new SendingState(
                !stops.isEmpty(),
                sending.waitingCases(),
                stops.stream().map(SendingApi::stop).toList());
    }

    @PostMapping
    @Operation(
            summary = "Stop all sending at once, or agree to restart it",
            description = "One person stops; two different people have to agree before anything is claimed again."
                    + " 422 when there is nothing to restart or this person agreed already")
    SendingState turn(@Valid @RequestBody SendingBody body, Authentication who) {
        List<String> problems = change.turn(Viewer.of(who), body.action(), body.reason());
        if (!problems.isEmpty()) throw Answers.refused(problems);
        return state();
    }

    private static Stop stop(SendingStop stop) {
        return new Stop(
                stop.person().value(),
                stop.reason(),
                stop.at(),
                stop.agreements().stream()
                        .map(agreed -> new Agreed(agreed.person().value(), agreed.reason(), agreed.at()))
                        .toList());
    }

    record SendingBody(
            @NotNull SendingSwitch.Action action,
            @NotBlank @Size(max = 500) String reason) {}

    record SendingState(boolean stopped, int waitingCases, List<Stop> stops) {}

    record Stop(String person, String reason, Instant at, List<Agreed> agreed) {}

    record Agreed(String person, String reason, Instant at) {}
}
