package org.driftgate.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestClock;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@FeatureTest
class AuditLogTest {

    private static final CaseId CASE = new CaseId("R20261120-1.H000042");
    private static final String HASH = "ab".repeat(32);

    private final AuditLog log;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AuditLogTest(AuditLog log, JdbcClient jdbc, TransactionTemplate transaction) {
        this.log = log;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void returnsWhatWasAppendedInOrder() {
        append(AuditEntry.ofCase(AuditEvent.CASE_OPENED, CASE, Map.of("largestDrift", "6.20")));
        append(AuditEntry.ofCase(AuditEvent.SIGNED_OFF, CASE, Map.of("lines", List.of(1, 2)))
                .by(new PersonId("reviewer"))
                .from(HASH));

        List<RecordedEntry> entries = log.ofCase(CASE);

        assertThat(entries)
                .extracting(recorded -> recorded.entry().event())
                .containsExactly(AuditEvent.CASE_OPENED, AuditEvent.SIGNED_OFF);
        assertThat(entries.get(1).entry().actor()).isEqualTo(new PersonId("reviewer"));
        assertThat(entries.get(1).entry().sourceHash()).isEqualTo(HASH);
        assertThat(entries.get(0).businessTime()).isEqualTo(TestClock.at("2026-11-20T06:55"));
    }

    @Test
    void losesTheEntryWithItsTransaction() {
        transaction.executeWithoutResult(status -> {
            log.append(AuditEntry.ofCase(AuditEvent.CASE_OPENED, CASE, Map.of()));
            status.setRollbackOnly();
        });

        assertThat(log.ofCase(CASE)).isEmpty();
    }

    @Test
    void refusesToAppendOutsideATransaction() {
        assertThatThrownBy(() -> log.append(AuditEntry.ofCase(AuditEvent.CASE_OPENED, CASE, Map.of())))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void cannotBeChangedByTheApplication() {
        append(AuditEntry.ofCase(AuditEvent.CASE_OPENED, CASE, Map.of()));

        for (String attack : List.of(
                "update audit.entry set actor = 'somebody'",
                "delete from audit.entry",
                "truncate audit.entry",
                "alter table audit.entry disable trigger all",
                "drop table audit.entry"))
            assertThatThrownBy(() -> jdbc.sql(attack).update())
                    .as(attack)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        assertThat(log.ofCase(CASE)).hasSize(1);
    }

    private void append(AuditEntry entry) {
        transaction.executeWithoutResult(status -> log.append(entry));
    }
}
