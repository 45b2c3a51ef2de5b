package org.driftgate.notification;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.driftgate.run.Cases;
import org.driftgate.shared.CaseId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Business time from the opening of a case to its client's notice, as the metric {@code driftgate.drift.to.notice}. */
@Component
class DriftToNotice {

    private final Cases cases;
    private final Clock clock;
    private final ObjectProvider<MeterRegistry> meters;

    DriftToNotice(Cases cases, Clock clock, ObjectProvider<MeterRegistry> meters) {
        this.cases = cases;
        this.clock = clock;
        this.meters = meters;
    }

    void record(CaseId about) {
        MeterRegistry registry = meters.getIfAvailable();
        if (registry == null) return;
        Duration taken = Duration.between(cases.get(about).openedAt(), clock.instant());
        registry.timer("driftgate.drift.to.notice").record(taken);
    }
}
