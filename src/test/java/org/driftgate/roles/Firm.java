package org.driftgate.roles;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.driftgate.process.DriftToNotificationBpmn;
import org.driftgate.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A run whose households belong to two advisers; the case of each waits for its adviser in the engine. */
final class Firm {

    static final String RUN = "R20261119-1";
    /** Household by adviser. */
    static final Map<String, String> HOUSEHOLDS = Map.of("H000001", "advisor01", "H000002", "advisor02");

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.inDatabase(RunningFirm.DATABASE));
    private final ProcessEngine engine;

    Firm(ProcessEngine engine, TransactionTemplate transaction) {
        this.engine = engine;
        if (jdbc.sql("select count(*) from driftgate.run where id = ?")
                        .param(RUN)
                        .query(Long.class)
                        .single()
                > 0) return;
        jdbc.sql(
                        "insert into driftgate.run values (?, '2026-11-19', 1, 'TRADER', 'trader', 'test', '{}', 'REVIEWING', now())")
                .param(RUN)
                .update();
        transaction.executeWithoutResult(status -> HOUSEHOLDS.forEach(this::open));
    }

    private void open(String household, String adviser) {
        var snapshot = UUID.randomUUID();
        jdbc.sql("insert into driftgate.run_household values (?, ?, ?, ?, 'OUT_OF_BAND', 'test', 6.2, ?)")
                .params(List.of(RUN, household, "Family " + household, adviser, snapshot))
                .update();
        jdbc.sql("insert into driftgate.rebalancing_case values (?, ?, ?, ?, ?, 'OPENED', null, ?, now())")
                .params(List.of(caseOf(household), RUN, household, "Family " + household, adviser, snapshot))
                .update();
        String instance = engine.getRuntimeService()
                .createProcessInstanceByKey(DriftToNotificationBpmn.PROCESS)
                .businessKey(caseOf(household))
                .setVariables(
                        Map.of("caseId", caseOf(household), "householdName", "Family " + household, "adviser", adviser))
                .execute()
                .getId();
        engine.getRuntimeService()
                .createProcessInstanceModification(instance)
                .startBeforeActivity(DriftToNotificationBpmn.ANSWER_QUESTION)
                .execute();
    }

    static String caseOf(String household) {
        return RUN + "." + household;
    }

    Task task(String household) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseOf(household))
                .taskDefinitionKey(DriftToNotificationBpmn.ANSWER_QUESTION)
                .singleResult();
    }

    JdbcClient jdbc() {
        return jdbc;
    }
}
