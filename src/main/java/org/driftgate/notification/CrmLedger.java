package org.driftgate.notification;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.driftgate.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was written to the CRM and what was tried; attempts commit by themselves. */
@Component
class CrmLedger {

    private final JdbcClient jdbc;
    private final Clock clock;

    CrmLedger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum Kind {
        DRIFT,
        TRADES,
        NOTICE
    }

    /** True when an earlier attempt was begun, so that the entry may be there. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean begin(String marker) {
        boolean again = jdbc.sql("select exists (select 1 from driftgate.crm_attempt where marker = :marker)")
                .param("marker", marker)
                .query(Boolean.class)
                .single();
        jdbc.sql("insert into driftgate.crm_attempt (marker, started_at) values (:marker, :now)")
                .param("marker", marker)
                .param("now", now())
                .update();
        return again;
    }

    /** One job at a time works on an entry; the lock goes with the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lock(String marker) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:marker, 9))")
                .param("marker", marker)
                .query(Boolean.class)
                .single();
    }

    boolean isWritten(String marker) {
        return jdbc.sql("select exists (select 1 from driftgate.crm_entry where marker = :marker)")
                .param("marker", marker)
                .query(Boolean.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(CaseId about, Kind kind, String marker, String crm, String id) {
        jdbc.sql("""
                insert into driftgate.crm_entry (marker, case_id, kind, crm, crm_id, written_at)
                values (:marker, :case, :kind, :crm, :id, :now)""")
                .param("marker", marker)
                .param("case", about.value())
                .param("kind", kind.name())
                .param("crm", crm)
                .param("id", id)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
