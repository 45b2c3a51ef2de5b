package org.driftgate.review;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the firm has settled that its only person may sign what he or she proposed; the schema reads the same row. */
@Component
class SelfApproval {

    private final JdbcClient jdbc;

    SelfApproval(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isAllowed() {
        return jdbc.sql("select driftgate.self_approval()").query(Boolean.class).single();
    }
}
