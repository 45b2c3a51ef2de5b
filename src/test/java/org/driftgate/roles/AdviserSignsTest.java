package org.driftgate.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.driftgate.process.DriftToNotificationBpmn;
import org.driftgate.shared.CaseId;
import org.driftgate.testing.AdviserTier;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A review that waits for the household's adviser is that adviser's task, with the columns of Tasklist, and no other's. */
class AdviserSignsTest extends RunningFirm {

    private static final String HOUSEHOLD = "H000002";
    private static final String REVIEWS =
            "/engine-rest/task?maxResults=100&taskDefinitionKey=" + DriftToNotificationBpmn.REVIEW_PROPOSAL;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void givesTheReviewWithItsColumnsToTheHouseholdsOwnAdviser() throws Exception {
        new Firm(engine, transaction);
        AdviserTier.require(TestDatabase.inDatabase(DATABASE), new CaseId(Firm.caseOf(HOUSEHOLD)));
        String instance = Objects.requireNonNull(transaction.execute(status -> openReview()));
        String columns = "/engine-rest/variable-instance?maxResults=100&processInstanceIdIn=" + instance;

        assertThat(get("advisor02", REVIEWS).body()).contains(instance);
        assertThat(get("advisor02", columns).body()).contains("estTaxUsd", "77.0");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(instance)
                        .taskCandidateGroup("compliance")
                        .count())
                .as("compliance can do nothing before the adviser has signed")
                .isZero();
        assertThat(get("advisor01", REVIEWS).body()).doesNotContain(instance);
        assertThat(get("advisor01", columns).body()).isEqualTo("[]");
    }

    private String openReview() {
        String about = Firm.caseOf(HOUSEHOLD);
        String instance = engine.getRuntimeService()
                .createProcessInstanceByKey(DriftToNotificationBpmn.PROCESS)
                .businessKey(about)
                .setVariables(
                        Map.of("caseId", about, "householdName", "Columns", "adviser", "advisor02", "estTaxUsd", 77.0))
                .execute()
                .getId();
        engine.getRuntimeService()
                .createProcessInstanceModification(instance)
                .startBeforeActivity(DriftToNotificationBpmn.REVIEW_PROPOSAL)
                .execute();
        return instance;
    }
}
