package org.driftgate.process;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the record of the engine under test says about refused attempts. */
final class Attempted {

    private Attempted() {}

    /** The newest trace: actor, case and facts. */
    static Map<String, Object> last() {
        return EngineUnderTest.bean(JdbcClient.class).sql("""
                        select actor, coalesce(case_id, '') as case_id, facts ->> 'attempt' as attempt,
                          facts ->> 'refusal' as refusal, facts::text as facts
                        from audit.entry where event = 'ATTEMPT_REFUSED' order by id desc limit 1""").query().singleRow();
    }

    static long count() {
        return EngineUnderTest.bean(JdbcClient.class)
                .sql("select count(*) from audit.entry where event = 'ATTEMPT_REFUSED'")
                .query(Long.class)
                .single();
    }

    static List<String> deployments() {
        return EngineUnderTest.bean(JdbcClient.class)
                .sql("select id_ from act_re_deployment union all select id_ from act_re_procdef"
                        + " union all select id_ from act_re_decision_def union all select id_ from act_ge_bytearray"
                        + " order by 1")
                .query(String.class)
                .list();
    }
}
