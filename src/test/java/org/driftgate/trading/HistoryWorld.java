package org.driftgate.trading;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.driftgate.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What all histories share: a run with one snapshot and a case for each history; and a journal beside the gate, which the
 * application's role can neither write nor see, of every row in the order in which it came.
 */
final class HistoryWorld {

    static final UUID SNAPSHOT = UUID.fromString("00000000-0000-4000-8000-00000000000a");

    static final List<String> JOURNALED = List.of(
            "rebalancing_case",
            "proposal_version",
            "rule_check",
            "finding",
            "finding_override",
            "review_requirement",
            "sign_off",
            "verdict",
            "revocation",
            "consent",
            "lot_selection",
            "order_intent",
            "release_check",
            "attempt",
            "attempt_answer",
            "order_event",
            "execution",
            "sending_stop",
            "sending_restart",
            "firm_setting");

    /** A taxable account, one whose gains are not taxed, and one that trades only with the client's consent. */
    private static final String PORTFOLIO = """
            insert into driftgate.run values ('R20261119-1', '2026-11-19', 1, 'TRADER', 'trader', 'histories', '{}',
              'REVIEWING', '2026-11-19T13:00Z', null, null);
            insert into driftgate.snapshot
            values ('SNAPSHOT', 'R20261119-1', null, 'source', repeat('ab', 32), 1, '2026-11-20T13:00Z');
            insert into driftgate.snapshot_household
            values ('SNAPSHOT', 'H', 1, 'Hopper', 'advisor01', 'advisor01@firm.example', null, 'HOUSEHOLD', null, null);
            insert into driftgate.snapshot_account (snapshot_id, household_id, n, account_id, tax_unit_id, owner,
              registration, custodian, status, discretionary, held_away, cash, settled_cash)
            select 'SNAPSHOT', 'H', a.n, a.id, a.unit, 'GH', 'TAXABLE', 'Schwab', 'ACTIVE', a.discretionary, false, a.cash,
              a.cash
            from (values (1, 'A1', 'T1', true, 1000), (2, 'A2', 'T1', true, 500), (3, 'N1', 'T2', false, 500))
              as a (n, id, unit, discretionary, cash);
            insert into driftgate.snapshot_lot
            select 'SNAPSHOT', 'H', 'A1', 1, l.n, l.id, 'SPY', 100, l.cost, '2020-01-02'
            from (values (1, 'L1', 40), (2, 'L2', 80), (3, 'L3', 120)) as l (n, id, cost)""".replace("SNAPSHOT", SNAPSHOT.toString());

    private static final JdbcClient OWNER = TestDatabase.ownerJdbc();

    private HistoryWorld() {}

    static String caseId(int history) {
        return "R20261119-1.H%05d".formatted(history);
    }

    static void create(int histories) {
        TestDatabase.clear();
        for (String sql : PORTFOLIO.split(";")) OWNER.sql(sql).update();
        OWNER.sql("""
                insert into driftgate.rebalancing_case (id, run_id, household_id, household_name, adviser_id, state,
                  snapshot_id, opened_at)
                select 'R20261119-1.H' || to_char(n, 'FM00000'), 'R20261119-1', 'H' || to_char(n, 'FM00000'), 'Hopper',
                  'advisor01', 'IN_REVIEW', :id, '2026-11-19T13:00Z' from generate_series(0, :last) n""").param("id", SNAPSHOT).param("last", histories - 1).update();
        journal();
    }

    /** The rules of the migrations off, or on again; keys and rights stay. */
    static void setTriggers(boolean on) {
        OWNER.sql("""
                select format('alter table %s %s trigger %I', tgrelid::regclass, :action, tgname) from pg_trigger
                join pg_class c on c.oid = tgrelid
                where not tgisinternal and c.relnamespace = 'driftgate'::regnamespace and tgname <> 'zz_history'""")
                .param("action", on ? "enable" : "disable")
                .query(String.class)
                .list()
                .forEach(sql -> OWNER.sql(sql).update());
    }

    /** From now on; what was written before it is not a part of any history. */
    static void journal() {
        drop();
        OWNER.sql("create schema history").update();
        OWNER.sql("create table history.step (seq bigint generated always as identity, relation text, content jsonb)")
                .update();
        OWNER.sql("""
                create function history.keep() returns trigger language plpgsql security definer as $$
                begin
                  insert into history.step (relation, content) values (tg_table_name, to_jsonb(new));
                  return null;
                end $$""").update();
        for (String table : JOURNALED) OWNER.sql("""
                    create trigger zz_history after insert or update on driftgate.%s
                    for each row execute function history.keep()""".formatted(table)).update();
    }

    /** What opened a case; a verdict quotes its sentence. */
    static void reportDrift(String run, String household) {
        OWNER.sql("""
                insert into driftgate.drift_report
                select id, :household, (select s.id from driftgate.snapshot s where s.run_id = r.id and s.case_id is null),
                  repeat('ab', 32), 'ANY_CLASS', 0.05, 1000, 0.1, true, 'outside its band', now()
                from driftgate.run r where id = :run""").param("run", run).param("household", household).update();
    }

    /** Without it the tables are what the migrations made them. */
    static void drop() {
        OWNER.sql("drop schema if exists history cascade").update();
    }

    /** The role of the application on a connection of its own; what is lost in a crash does not matter here. */
    static Connection asApplication() throws SQLException {
        Connection role = DriverManager.getConnection(
                TestDatabase.url() + "?preferQueryMode=simple",
                TestDatabase.applicationRole(),
                TestDatabase.password());
        try (var statement = role.createStatement()) {
            statement.execute("set synchronous_commit = off; set plan_cache_mode = force_generic_plan");
        }
        return role;
    }

    static void settleSelfApproval(boolean allowed) {
        OWNER.sql(
                        "insert into driftgate.firm_setting (key, value, set_by) values ('review.self-approval', :value, 'owner')")
                .param("value", String.valueOf(allowed))
                .update();
    }

    static void analyze() {
        OWNER.sql("analyze").update();
    }

    static long count(String sql) {
        return OWNER.sql(sql).query(Long.class).single();
    }
}
