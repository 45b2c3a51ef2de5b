package org.driftgate.process;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.process.MovedClock.Fired;
import org.driftgate.process.engine.JobExecution;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves business time in the demo. It walks: every timer on the way fires at its own time and its work is awaited, so that
 * a week passes as it would have, only faster.
 */
@Component
@Profile("demo")
public class DemoTime {

    private static final Duration REST = Duration.ofSeconds(60);

    private final DemoClock clock;
    private final JobExecution jobs;
    private final DueTimers timers;
    private final DemoSettings settings;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    DemoTime(
            DemoClock clock,
            JobExecution jobs,
            DueTimers timers,
            DemoSettings settings,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.clock = clock;
        this.jobs = jobs;
        this.timers = timers;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
    }

    public Instant now() {
        return clock.instant();
    }

    public MovedClock moveBy(Duration duration) {
        return moveTo(clock.instant().plus(duration));
    }

    /** Throws {@link ClockNotMovedException} for a time in the past or when jobs do not come to rest. */
    public synchronized MovedClock moveTo(Instant target) {
        Instant from = clock.instant();
        if (target.isBefore(from.truncatedTo(ChronoUnit.MINUTES)))
            throw new ClockNotMovedException(
                    "It is %s; the demo clock does not go back to %s.".formatted(from, target));
        long started = System.nanoTime();
        List<Fired> fired = walk(target, started);
        if (clock.instant().isBefore(target)) jump(target);
        rest(started);
        var moved = new MovedClock(from, clock.instant(), fired, Duration.ofNanos(System.nanoTime() - started));
        transaction.executeWithoutResult(status -> audit.append(entry(moved)));
        return moved;
    }

    private List<Fired> walk(Instant target, long started) {
        var fired = new ArrayList<Fired>();
        rest(started);
        for (int step = 0; step < settings.mostSteps(); step++) {
            List<Fired> next = timers.earliestBefore(target);
            if (next.isEmpty()) return fired;
            Instant due = next.get(0).at();
            if (due.isAfter(clock.instant())) jump(due);
            rest(started);
            if (next.equals(timers.earliestBefore(target))) return fired;
            fired.addAll(next);
        }
        throw new ClockNotMovedException("More than %d timers lie on the way.".formatted(settings.mostSteps()));
    }

    private void jump(Instant to) {
        if (!jobs.whileStopped(REST, () -> clock.set(to)))
            throw new ClockNotMovedException(
                    "Jobs are still running; the clock stays at %s.".formatted(clock.instant()));
    }

    private void rest(long started) {
        Duration left = settings.longestWalk().minusNanos(System.nanoTime() - started);
        if (left.isNegative() || !jobs.awaitNoDueJobs(left))
            throw new ClockNotMovedException("Jobs did not come to rest within %s; the clock is at %s."
                    .formatted(settings.longestWalk(), clock.instant()));
    }

    private static AuditEntry entry(MovedClock moved) {
        var facts = Map.of(
                "before", moved.from().toString(),
                "after", moved.now().toString(),
                "timers", moved.fired().size());
        return new AuditEntry(AuditEvent.CLOCK_MOVED, AuditEntry.SYSTEM, null, null, facts, null);
    }
}
