package org.driftgate.trading;

import org.driftgate.shared.CaseId;
import org.driftgate.shared.SystemFault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets one worker at a time submit for a case, until the end of its transaction. */
@Component
class CaseLock {

    private final JdbcClient jdbc;

    CaseLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void hold(CaseId about) {
        boolean held = jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('driftgate.submit:' || :case, 0))")
                .param("case", about.value())
                .query(Boolean.class)
                .single();
        if (!held)
            throw new SystemFault(
                    "Driftgate",
                    "submit orders of " + about,
                    "another worker is submitting them at this moment; a later retry is safe, nothing is sent twice");
    }
}
