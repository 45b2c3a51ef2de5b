package org.driftgate.process;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.function.ToDoubleFunction;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.TaskQuery;
import org.driftgate.process.engine.EngineUser;
import org.driftgate.shared.Reading;
import org.springframework.stereotype.Component;

/** Open tasks by age ({@code driftgate.tasks}) and steps that need an administrator ({@code driftgate.incidents}). */
@Component
class EngineMetrics implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final ProcessEngine engine;
    private final EngineUser user;
    private final Clock clock;
    private final Reading<Counts> counts = new Reading<>(FRESH, this::count);

    EngineMetrics(ProcessEngine engine, EngineUser user, Clock clock) {
        this.engine = engine;
        this.user = user;
        this.clock = clock;
    }

    private record Counts(long tasks, long overAnHour, long overADay, long incidents) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        tasks(registry, "under an hour", now -> now.tasks() - now.overAnHour());
        tasks(registry, "under a day", now -> now.overAnHour() - now.overADay());
        tasks(registry, "over a day", Counts::overADay);
        Gauge.builder("driftgate.incidents", () -> counts.get().incidents())
                .description("Steps that used up their retries and wait for an administrator")
                .register(registry);
    }

    private void tasks(MeterRegistry registry, String age, ToDoubleFunction<Counts> count) {
        Gauge.builder("driftgate.tasks", () -> count.applyAsDouble(counts.get()))
                .tag("age", age)
                .description("Tasks that wait for a person, by business time since they opened")
                .register(registry);
    }

    private Counts count() {
        return user.asItself(() -> new Counts(
                tasks().count(),
                olderThan(HOUR),
                olderThan(DAY),
                engine.getRuntimeService().createIncidentQuery().count()));
    }

    private long olderThan(Duration age) {
        return tasks().taskCreatedBefore(Date.from(clock.instant().minus(age))).count();
    }

    private TaskQuery tasks() {
        return engine.getTaskService().createTaskQuery();
    }
}
