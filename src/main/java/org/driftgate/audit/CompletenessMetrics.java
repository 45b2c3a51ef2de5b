package org.driftgate.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import org.driftgate.shared.Reading;
import org.driftgate.shared.RunId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gaps in the record of the newest run as {@code driftgate.completeness.gaps}; zero means complete. */
@Component
class CompletenessMetrics implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Completeness completeness;
    private final Reading<Integer> gaps = new Reading<>(FRESH, this::count);

    CompletenessMetrics(JdbcClient jdbc, Completeness completeness) {
        this.jdbc = jdbc;
        this.completeness = completeness;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("driftgate.completeness.gaps", gaps::get)
                .description("What is missing in the record of the newest run, from snapshot to notice log")
                .register(registry);
    }

    private int count() {
        return newestRun().map(run -> completeness.ofRun(run).size()).orElse(0);
    }

    private Optional<RunId> newestRun() {
        return jdbc.sql("select id from driftgate.run order by started_at desc, number desc limit 1")
                .query(String.class)
                .optional()
                .map(RunId::new);
    }
}
