package org.driftgate.process;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.driftgate.process.MovedClock.Fired;
import org.driftgate.process.engine.EngineUser;
import org.springframework.stereotype.Component;

/** The engine's timers by due time, and the steps that wait for their next try. */
@Component
class DueTimers {

    private final ManagementService management;
    private final EngineUser user;

    DueTimers(ManagementService management, EngineUser user) {
        this.management = management;
        this.user = user;
    }

    /** All timers with the earliest due time before that instant, counted by process and element. */
    List<Fired> earliestBefore(Instant target) {
        return user.asItself(() -> {
            List<Job> first = timers().duedateLowerThan(Date.from(target))
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, 1);
            return first.isEmpty() ? List.of() : dueAt(first.get(0).getDuedate());
        });
    }

    private List<Fired> dueAt(Date due) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        timers().duedateLowerThan(Date.from(due.toInstant().plusMillis(1)))
                .list()
                .forEach(job -> counts.merge(job.getJobDefinitionId(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> fired(due.toInstant(), count.getKey(), count.getValue()))
                .toList();
    }

    private Fired fired(Instant at, String definition, int timers) {
        JobDefinition job = management
                .createJobDefinitionQuery()
                .jobDefinitionId(definition)
                .singleResult();
        return new Fired(at, job.getProcessDefinitionKey(), job.getActivityId(), timers);
    }

    private JobQuery timers() {
        return management.createJobQuery().active().withRetriesLeft();
    }
}
