package org.driftgate.trading;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.driftgate.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many facts that move a case are known, against how many its last assessment had seen. */
@Component
class OrderNews {

    private static final Duration HORIZON = Duration.ofDays(10);

    private static final String FACTS = """
            (select count(*) from driftgate.order_event e where e.intent_id = i.id and e.state <> 'WORKING')
            + (select count(*) from driftgate.execution x where x.intent_id = i.id)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    OrderNews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    int count(CaseId about) {
        return jdbc.sql("select coalesce(sum(%s), 0) from driftgate.order_intent i where i.case_id = :case"
                        .formatted(FACTS))
                .param("case", about.value())
                .query(Integer.class)
                .single();
    }

    /** Cases with orders planned in the last ten days that have news. */
    List<CaseId> unassessed() {
        return jdbc
                .sql("""
                with known as (select i.case_id, sum(%s) as facts from driftgate.order_intent i
                  where i.planned_at > :since group by i.case_id)
                select k.case_id from known k
                where k.facts > coalesce((select a.facts from driftgate.assessment a where a.case_id = k.case_id
                  order by a.id desc limit 1), 0)
                order by k.case_id""".formatted(FACTS))
                .param("since", OrderWrites.utc(clock.instant().minus(HORIZON)))
                .query(String.class)
                .list()
                .stream()
                .map(CaseId::new)
                .toList();
    }
}
