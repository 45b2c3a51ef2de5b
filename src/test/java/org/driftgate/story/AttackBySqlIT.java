package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever has the running application's own database role and its password, beside the application. */
class AttackBySqlIT {

    private static final String ORDER = """
            insert into driftgate.order_intent (id, case_id, verdict_id, version_id, trade_hash, decision, lot_hash,
              snapshot_id, line, account_id, side, symbol, quantity, limit_price, custodian, discretionary,
              recommended_by, placed_by, planned_at)
            select gen_random_uuid(), v.case_id, d.id, v.id, %s, 'APPROVED', v.lot_hash, v.snapshot_id, l.line,
              l.account_id, l.side, l.symbol, %s, l.limit_price, lower(a.custodian), a.discretionary,
              c.adviser_id, d.decided_by, d.not_before
            from driftgate.proposal_version v join driftgate.rebalancing_case c on c.id = v.case_id
            join driftgate.verdict d on d.version_id = '%s'
            join driftgate.proposal_line l on l.version_id = v.id and l.line = 1
            join driftgate.snapshot_account a on a.snapshot_id = v.snapshot_id and a.account_id = l.account_id
            where v.id = '%s'""";
    private static final String LOTS = """
            insert into driftgate.order_lot (intent_id, ordinal, lot_id, quantity)
            select i.id, o.ordinal, o.lot_id, o.quantity from driftgate.order_intent i
            join driftgate.proposal_lot o on o.version_id = i.version_id and o.line = i.line
            where i.version_id = '%s'""";
    private static final String CLAIM = """
            insert into driftgate.attempt (intent_id, n, client_order_id, quantity, claimed_at, claimed_on, claimed_by)
            select i.id, 1, i.id, i.quantity, d.%s, d.release_day, 'attack' from driftgate.order_intent i
            join driftgate.verdict d on d.id = i.verdict_id where i.version_id = '%s'""";

    private static final AttackedFirm FIRM = AttackedFirm.firm();
    private static DriverManagerDataSource application;
    private static String approved;
    private static String open;

    @BeforeAll
    static void approveOneOfTwoCases() {
        application = FIRM.database().as("driftgate_app");
        String first = FIRM.nextCase();
        FIRM.decide("reviewer", first, AttackedFirm.decision(FIRM.review(first), "APPROVE"))
                .ok();
        approved = version(first);
        open = version(FIRM.nextCase());
    }

    private static String version(String caseId) {
        return FIRM.database()
                .jdbc()
                .sql("select id::text from driftgate.proposal_version where case_id = ? order by number desc limit 1")
                .param(caseId)
                .query(String.class)
                .single();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "insert into driftgate.proposal_version (id, case_id, number, kind, previous, proposed_by, origin, snapshot_id, reason, line_count, trade_hash, lot_hash, data_complete, created_at) select gen_random_uuid(), case_id, 2, 'CHANGE', id, 'reviewer', origin, snapshot_id, 'attack', 1, trade_hash, lot_hash, false, now() from driftgate.proposal_version where id = 'OPEN' | data_complete",
                "insert into driftgate.proposal_version (id, case_id, number, kind, previous, proposed_by, origin, snapshot_id, reason, line_count, trade_hash, lot_hash, data_complete, created_at) select gen_random_uuid(), case_id, 2, 'CHANGE', id, 'reviewer', origin, snapshot_id, 'attack', 1, trade_hash, lot_hash, true, now() from driftgate.proposal_version where id = 'OPEN' | lacks lines",
                "insert into driftgate.proposal_line select version_id, 99, account_id, side, symbol, 9999, estimated_price, limit_price from driftgate.proposal_line where version_id = 'OPEN' and line = 1 | takes no further line",
                "insert into driftgate.sign_off (version_id, trade_hash, person, tier, comment, signed_at) select id, trade_hash, proposed_by, 'COMPLIANCE', 'attack', now() from driftgate.proposal_version where id = 'OPEN' | proposed this version",
                "insert into driftgate.sign_off (version_id, trade_hash, person, tier, comment, signed_at) select id, repeat('ab', 32), 'reviewer', 'COMPLIANCE', 'attack', now() from driftgate.proposal_version where id = 'OPEN' | foreign key",
                "insert into driftgate.verdict (id, version_id, trade_hash, decision, decided_by, threshold, proposal_reason, comment, decided_at, expires_at) select gen_random_uuid(), id, trade_hash, 'APPROVED', 'reviewer', 'x', 'x', 'attack', now(), timestamptz '2099-01-01' from driftgate.proposal_version where id = 'OPEN' | has no sign-off of reviewer",
                "insert into driftgate.verdict (id, version_id, trade_hash, decision, decided_by, threshold, proposal_reason, comment, decided_at) select gen_random_uuid(), id, trade_hash, 'DECLINED', 'reviewer2', 'x', 'x', 'attack', now() from driftgate.proposal_version where id = 'DONE' | verdict_version_id_key",
                "insert into driftgate.firm_setting (key, value, set_by) values ('review.self-approval', 'true', 'attack') | permission denied",
                "insert into driftgate.sending_restart (stop_id, person, reason, agreed_at) values (999999, 'reviewer', 'attack', now()) | stop 999999 of sending is over",
                "set session_replication_role = replica | permission denied",
                "set role driftgate_owner | permission denied",
                "alter role driftgate_app superuser | permission denied",
                "create or replace function driftgate.self_approval() returns boolean language sql as 'select true' | permission denied",
                "drop function driftgate.approval_stands(uuid) cascade | must be owner",
                "alter function driftgate.approval_stands(uuid) set search_path = public | must be owner",
                "create trigger attack before insert on driftgate.attempt for each row execute function suppress_redundant_updates_trigger() | permission denied",
                "copy driftgate.sign_off from program 'id' | permission denied",
                "select pg_read_file('postgresql.auto.conf') | permission denied",
            })
    void refusesTheStatement(String statement, String sentence) {
        refused(statement.replace("OPEN", open).replace("DONE", approved), sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "driftgate.proposal_version",
                "driftgate.proposal_line",
                "driftgate.proposal_lot",
                "driftgate.envelope_account",
                "driftgate.review_requirement",
                "driftgate.finding_override",
                "driftgate.sign_off",
                "driftgate.verdict",
                "driftgate.revocation",
                "driftgate.lot_selection",
                "driftgate.consent",
                "driftgate.order_intent",
                "driftgate.order_lot",
                "driftgate.attempt",
                "driftgate.release_check",
                "driftgate.sending_stop",
                "driftgate.sending_restart",
                "driftgate.firm_setting",
                "audit.entry"
            })
    void changesNoRowOfTheGateAndNoneOfTheRecord(String table) {
        String column =
                FIRM.database().jdbc().sql("""
                select column_name from information_schema.columns where table_schema || '.' || table_name = ?
                  and is_generated = 'NEVER' and is_identity = 'NO' limit 1""").param(table).query(String.class).single();
        refused("update %s set %s = %s".formatted(table, column, column), "permission denied");
        refused("delete from " + table, "permission denied");
        refused("truncate %s cascade".formatted(table), "permission denied");
        refused("alter table %s disable trigger all".formatted(table), "must be owner");
        refused("drop table %s cascade".formatted(table), "must be owner");
    }

    @Test
    void plansNoOrderThatWasNotApproved() {
        refused(ORDER.formatted("v.trade_hash", "l.quantity + 1", approved, approved), "is not line 1");
        refused(ORDER.formatted("repeat('ab', 32)", "l.quantity", approved, approved), "foreign key");
        refused(ORDER.formatted("v.trade_hash", "l.quantity", approved, open), "(foreign key|does not)");
        String twice = ORDER.formatted("v.trade_hash", "l.quantity", approved, approved);
        refused(twice + " union all " + twice.substring(twice.indexOf("select")), "order_intent_version_id_line_key");
    }

    /** The last moment of an approval is the one before its end; there, another rule still wants the release check. */
    @ParameterizedTest
    @CsvSource({
        "not_before - interval '1 microsecond', may still be taken back",
        "expires_at - interval '1 microsecond', was not found ready for release",
        "expires_at, has expired",
        "expires_at + interval '1 microsecond', has expired"
    })
    void claimsNoOrderAtTheEdgesOfItsApproval(String moment, String sentence) {
        refused(
                sentence,
                ORDER.formatted("v.trade_hash", "l.quantity", approved, approved),
                LOTS.formatted(approved),
                CLAIM.formatted(moment, approved));
    }

    /** Whose names come first is the session's choice; the gate's functions do not ask it. */
    @Test
    void shadowsNoOperatorOfTheRules() {
        refused(
                "proposed this version",
                "create function public.never(text, text) returns boolean language sql as 'select false'",
                "create operator public.= (leftarg = text, rightarg = text, function = public.never)",
                "set local search_path = public, pg_catalog",
                """
                insert into driftgate.sign_off (version_id, trade_hash, person, tier, comment, signed_at)
                select id, trade_hash, proposed_by, 'COMPLIANCE', 'attack', now()
                from driftgate.proposal_version where id = '%s'""".formatted(open));
    }

    @Test
    void bindsEveryFunctionToItsOwnNames() {
        assertThat(FIRM.database().jdbc().sql("""
                        select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                        where n.nspname in ('driftgate', 'audit')
                          and not coalesce(p.proconfig::text like '%search_path=pg_catalog%', false)""").query(String.class).list())
                .as("functions that look names up where the caller says; see V17__names.sql")
                .isEmpty();
    }

    private static void refused(String statement, String sentence) {
        refused(sentence, new String[] {statement});
    }

    /** The refused transaction keeps nothing, so the trace is the server's own: the role, the reason and the statement. */
    private static void refused(String sentence, String... statements) {
        String mark = "attack " + java.util.UUID.randomUUID();
        var jdbc = JdbcClient.create(application);
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(application));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    for (String statement : statements)
                        jdbc.sql("/* %s */ %s".formatted(mark, statement)).update();
                    jdbc.sql("/* %s */ set constraints all immediate".formatted(mark))
                            .update();
                }))
                .rootCause()
                .hasMessageMatching("(?s).*" + sentence + ".*");
        Awaitility.await("trace of " + mark)
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(FIRM.database().log())
                        .containsPattern("driftgate_app,.*ERROR: .*" + sentence)
                        .contains("STATEMENT:  /* " + mark));
        FIRM.nothingSent();
    }
}
