package org.driftgate.testing;

import java.util.List;
import javax.sql.DataSource;
import org.driftgate.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A version that waits for the household's own adviser, as rows of the gate; what it would trade does not matter. */
public final class AdviserTier {

    private static final List<String> ROWS = List.of("""
            insert into driftgate.snapshot (id, run_id, case_id, origin, source_hash, households, business_time)
            select gen_random_uuid(), run_id, id, 'test', repeat('a', 64), 1, now()
            from driftgate.rebalancing_case where id = ?""", """
            insert into driftgate.proposal_version (id, case_id, number, kind, proposed_by, origin, snapshot_id, reason,
              line_count, trade_hash, lot_hash, data_complete, created_at)
            select gen_random_uuid(), c.id, 1, 'ORIGINAL', c.adviser_id, 'test', s.id, 'test',
              1, repeat('b', 64), repeat('c', 64), true, now()
            from driftgate.rebalancing_case c join driftgate.snapshot s on s.case_id = c.id where c.id = ?""", """
            insert into driftgate.review_requirement (version_id, trade_hash, tiers, because, recorded_at)
            select id, trade_hash, array ['ADVISER', 'COMPLIANCE'], 'test', now()
            from driftgate.proposal_version where case_id = ?""");

    private AdviserTier() {}

    /** As the owner of the schema, without the check that a version is whole. */
    public static void require(DataSource owner, CaseId about) {
        var jdbc = JdbcClient.create(owner);
        wholeness(jdbc, "disable");
        try {
            for (String row : ROWS) jdbc.sql(row).param(about.value()).update();
        } finally {
            wholeness(jdbc, "enable");
        }
    }

    private static void wholeness(JdbcClient jdbc, String what) {
        jdbc.sql("alter table driftgate.proposal_version %s trigger finish_version".formatted(what))
                .update();
    }
}
