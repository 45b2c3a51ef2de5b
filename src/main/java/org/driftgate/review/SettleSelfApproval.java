package org.driftgate.review;

import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the firm's setting {@code driftgate.review.self-approval} where the schema reads it, as the owner of the tables,
 * because the application's own role cannot; and records at every start that it is on.
 */
@Component
class SettleSelfApproval implements SmartInitializingSingleton {

    private final ReviewSettings settings;
    private final SelfApproval selfApproval;
    private final ObjectProvider<Flyway> owner;
    private final AuditLog audit;

    SettleSelfApproval(
            ReviewSettings settings, SelfApproval selfApproval, ObjectProvider<Flyway> owner, AuditLog audit) {
        this.settings = settings;
        this.selfApproval = selfApproval;
        this.owner = owner;
        this.audit = audit;
    }

    @Override
    public void afterSingletonsInstantiated() {
        boolean wanted = settings.selfApproval();
        boolean before = selfApproval.isAllowed();
        if (wanted != before) settle(wanted);
        if (wanted || before)
            audit.append(new AuditEntry(
                    AuditEvent.SELF_APPROVAL_SETTLED,
                    AuditEntry.SYSTEM,
                    null,
                    null,
                    Map.of("before", before, "after", wanted),
                    null));
    }

    private void settle(boolean wanted) {
        Flyway migrations = owner.getIfAvailable();
        if (migrations == null)
            throw new IllegalStateException(
                    "driftgate.review.self-approval is %s, the database says otherwise; its owner has to insert the row"
                            .formatted(wanted));
        JdbcClient.create(migrations.getConfiguration().getDataSource())
                .sql(
                        "insert into driftgate.firm_setting (key, value, set_by) values ('review.self-approval', :value, :by)")
                .param("value", String.valueOf(wanted))
                .param("by", "setting driftgate.review.self-approval")
                .update();
    }
}
