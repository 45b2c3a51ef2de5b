package org.driftgate.platform;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** The last words of a start: where things are, who may log in, what to try. */
@Component
class StartMessage {

    private static final Logger LOG = LoggerFactory.getLogger(StartMessage.class);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm (VV)", Locale.ENGLISH);

    private final Environment environment;
    private final Clock clock;

    StartMessage(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void print() {
        boolean demo = environment.acceptsProfiles(Profiles.of(DemoBorder.PROFILE));
        LOG.info("{}{}", addresses(), demo ? demonstration() : "");
    }

    private String addresses() {
        String application = local("local.server.port", "8080");
        return """

                Driftgate is ready. Business time: %2$s

                  Pages        %1$s/
                  Tasklist     %1$s/camunda/app/tasklist/
                  Cockpit      %1$s/camunda/app/cockpit/
                  API          %1$s/v3/api-docs
                """.formatted(application, now().format(MOMENT));
    }

    private String demonstration() {
        return """
                  Mailbox      %2$s/mailbox
                  Simulators   %2$s/simulator/faults

                  Users, password = name: reviewer reviewer2 | tax | advisor01 advisor02 ... | trader | owner | admin | examiner

                  Three things to try (the clock is the demonstration's; timers move with it)
                  1  Start the 07:00 run:      %3$s
                  2  Review in Tasklist as reviewer: claim a household, look at its trades, approve.
                  3  Open the release window:  %4$s
                     then {"plus":"PT30M"} brings the fills, and the mailbox the client's letter.
                """.formatted(
                        local("local.server.port", "8080"),
                        local("driftgate.simulator.port", "8090"),
                        moveClock("07:01"),
                        moveClock("09:46"));
    }

    private String moveClock(String time) {
        LocalDate day = now().toLocalDate();
        return "curl -u trader:trader -H 'Content-Type: application/json' -d '{\"to\":\"%sT%s\"}' %s/api/demo/clock"
                .formatted(day, time, local("local.server.port", "8080"));
    }

    private String local(String portKey, String otherwise) {
        return "http://localhost:" + environment.getProperty(portKey, otherwise);
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(ZoneId.of(environment.getProperty("driftgate.market.zone", "America/New_York")));
    }
}
