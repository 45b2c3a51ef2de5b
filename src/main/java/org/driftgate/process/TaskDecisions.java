package org.driftgate.process;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That a decision was recorded for a user task, written in the transaction of the decision; without it no task ends. */
@Component
class TaskDecisions {

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskDecisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void record(String taskId, CaseId about, String task, String outcome, PersonId person) {
        jdbc.sql("""
                insert into driftgate.task_decision (task_id, case_id, task, outcome, person, decided_at)
                values (:id, :case, :task, :outcome, :person, :at)""")
                .param("id", taskId)
                .param("case", about.value())
                .param("task", task)
                .param("outcome", outcome)
                .param("person", person.value())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    boolean exists(String taskId) {
        return jdbc.sql("select exists (select from driftgate.task_decision where task_id = :id)")
                .param("id", taskId)
                .query(Boolean.class)
                .single();
    }
}
