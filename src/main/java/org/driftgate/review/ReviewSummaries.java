package org.driftgate.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.driftgate.household.Household.ApprovalMode;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads many proposals at once, each in one line, without recalculating anything. */
@Component
public class ReviewSummaries {

    private final JdbcClient jdbc;
    private final ReviewSettings settings;

    ReviewSummaries(JdbcClient jdbc, ReviewSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** In no particular order; cases without a proposal are left out. */
    public List<ReviewSummary> of(Collection<CaseId> cases) {
        if (cases.isEmpty()) return List.of();
        return jdbc.sql("""
                select c.id, c.household_name, c.adviser_id, v.number, v.trade_hash, v.proposed_by, h.approval_mode,
                  traded.lines, traded.amount, found.infos, found.warnings, found.blocks,
                  array(select s.person from driftgate.sign_off s where s.version_id = v.id order by s.id) as signed
                from driftgate.rebalancing_case c
                cross join lateral (select * from driftgate.proposal_version p
                    where p.case_id = c.id order by p.number desc limit 1) v
                join driftgate.snapshot_household h
                  on h.snapshot_id = v.snapshot_id and h.household_id = c.household_id
                cross join lateral (select count(*) as lines, sum(round(l.quantity * l.estimated_price, 2)) as amount
                    from driftgate.proposal_line l where l.version_id = v.id) traded
                cross join lateral (select count(*) filter (where f.severity = 'INFO') as infos,
                      count(*) filter (where f.severity = 'WARNING') as warnings,
                      coalesce(array_agg(f.sentence order by f.ordinal) filter (where f.severity = 'BLOCK'), '{}') as blocks
                    from driftgate.finding f where f.version_id = v.id
                      and f.number = (select max(k.number) from driftgate.rule_check k where k.version_id = v.id)) found
                where c.id in (:cases)""")
                .param("cases", cases.stream().map(CaseId::value).toList())
                .query(this::read)
                .list();
    }

    private ReviewSummary read(ResultSet row, int number) throws SQLException {
        var mode = settings.approvalModeOr(ApprovalMode.valueOf(row.getString("approval_mode")));
        return new ReviewSummary(
                new CaseId(row.getString("id")),
                row.getString("household_name"),
                new AdviserId(row.getString("adviser_id")),
                row.getInt("number"),
                row.getString("trade_hash"),
                new PersonId(row.getString("proposed_by")),
                mode == ApprovalMode.TRADE,
                row.getInt("lines"),
                row.getBigDecimal("amount"),
                row.getInt("infos"),
                row.getInt("warnings"),
                texts(row, "blocks"),
                texts(row, "signed"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
