package org.driftgate.process;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.driftgate.audit.AuditEntry;
import org.driftgate.process.engine.EnginePerson;
import org.driftgate.run.RunRequest;
import org.driftgate.run.RunSource;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.PersonId;
import org.springframework.stereotype.Component;

/** Tells how a run was started: by its time, by a trader's form, or by a request that already opened it. */
@Component
class RunStarts {

    private final RunSchedule schedule;

    RunStarts(RunSchedule schedule) {
        this.schedule = schedule;
    }

    Optional<String> objection(DelegateExecution execution) {
        boolean scheduled = !isOpened(execution) && person(execution).isEmpty();
        return scheduled ? schedule.objection() : Optional.empty();
    }

    /** A person's start is always a new run, whatever variables came with it. */
    boolean isOpened(DelegateExecution execution) {
        return person(execution).isEmpty()
                && RebalancingRunBpmn.RUN_ID.find(execution).isPresent();
    }

    RunRequest request(DelegateExecution execution) {
        return person(execution)
                .map(person -> asked(execution, person))
                .orElseGet(() -> new RunRequest(RunSource.SCHEDULE, AuditEntry.SYSTEM, schedule.phrase(), List.of()));
    }

    private static RunRequest asked(DelegateExecution execution, PersonId person) {
        String reason = RebalancingRunBpmn.RUN_REASON.from(execution);
        String typed = RebalancingRunBpmn.HOUSEHOLDS.find(execution).orElse("");
        return new RunRequest(RunSource.TRADER, person, reason, households(typed));
    }

    private static Optional<PersonId> person(DelegateExecution execution) {
        return EnginePerson.speaking(execution.getProcessEngineServices());
    }

    private static List<HouseholdId> households(String typed) {
        return Arrays.stream(typed.split("[,;\\s]+"))
                .filter(id -> !id.isBlank())
                .map(HouseholdId::new)
                .toList();
    }
}
