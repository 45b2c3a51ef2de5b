package org.driftgate.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.driftgate.run.Cases;
import org.driftgate.run.RebalancingCase;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** What reminders and escalations say of a case that waits for a person. */
@Component
class OverdueReview {

    private final Cases cases;
    private final Clock clock;
    private final WebAddress web;

    OverdueReview(Cases cases, Clock clock, WebAddress web) {
        this.cases = cases;
        this.clock = clock;
        this.web = web;
    }

    record Waiting(String household, String caseId, String state, String waiting, String link) {}

    Waiting of(CaseId about) {
        RebalancingCase rebalancing = cases.get(about);
        return new Waiting(
                OneLine.of(rebalancing.householdName()),
                about.value(),
                rebalancing.state().label(),
                words(Duration.between(rebalancing.openedAt(), clock.instant())),
                web.ofCase(about));
    }

    /** One mail an hour at most: a job that repeats within the hour finds its own again. */
    String purpose(CaseId about, String kind) {
        return "%s-%s-%d"
                .formatted(
                        kind,
                        cases.get(about).state(),
                        clock.instant().truncatedTo(ChronoUnit.HOURS).getEpochSecond() / 3600);
    }

    private static String words(Duration since) {
        if (since.toHours() < 1) return since.toMinutes() + " minutes";
        return since.toHours() < 48 ? since.toHours() + " hours" : since.toDays() + " days";
    }
}
