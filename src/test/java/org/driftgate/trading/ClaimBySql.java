package org.driftgate.trading;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders and claims written as the application's role would, by hand. */
record ClaimBySql(JdbcClient jdbc) {

    static final String TEN = "'2026-11-20T15:00Z'";
    static final String TAKE_BACK =
            "insert into driftgate.revocation select id, 'reviewer', 'wrong', now() from driftgate.verdict";

    static final String CLAIM_ALL = """
            insert into driftgate.attempt (intent_id, n, client_order_id, quantity, claimed_at, claimed_on, claimed_by,
              release_check)
            select id, 1, id, quantity, %s, '2026-11-20', 'attack', (select max(id) from driftgate.release_check)
            from driftgate.order_intent""".formatted(TEN);

    /** A right order of a line, but for one column. */
    void plan(String column, String value) {
        String line = column.equals("line") ? value : "1";
        String columns =
                "case_id, verdict_id, version_id, trade_hash, decision, lot_hash, snapshot_id, line, account_id,"
                        + " side, symbol, quantity, limit_price, custodian, discretionary, recommended_by, placed_by";
        jdbc.sql("""
                insert into driftgate.order_intent (id, %s, planned_at)
                select gen_random_uuid(), %s, %s from (
                  select v.case_id, d.id as verdict_id, v.id as version_id, v.trade_hash, d.decision, v.lot_hash,
                    v.snapshot_id, l.line, l.account_id, l.side, l.symbol, l.quantity, l.limit_price,
                    lower(a.custodian) as custodian, a.discretionary, 'advisor01' as recommended_by,
                    d.decided_by as placed_by
                  from driftgate.verdict d join driftgate.proposal_version v on v.id = d.version_id
                  join driftgate.proposal_line l on l.version_id = v.id and l.line = %s
                  join driftgate.snapshot_account a on a.snapshot_id = v.snapshot_id and a.account_id = l.account_id) o""".formatted(columns, columns.replaceFirst("\\b" + column + "\\b", value), TEN, line))
                .update();
    }

    void lot(String lot, int shares) {
        jdbc.sql("insert into driftgate.order_lot select id, 1, :lot, :shares from driftgate.order_intent")
                .param("lot", lot)
                .param("shares", shares)
                .update();
    }

    void claim(int shares, String at, String day) {
        lookedAt(at);
        jdbc.sql("""
                insert into driftgate.attempt (intent_id, n, client_order_id, quantity, claimed_at, claimed_on, claimed_by,
                  release_check)
                select id, 1, id, :shares, %s, cast(:day as date), 'attack', (select max(id) from driftgate.release_check)
                from driftgate.order_intent""".formatted(at)).param("shares", shares).param("day", day).update();
    }

    /** A release check that found everything in order, so that only the envelope is in the way. */
    void lookedAt(String at) {
        jdbc.sql("""
                insert into driftgate.release_check (case_id, version_id, trade_hash, lot_hash, result, reasons, origin,
                  source_hash, asked_at, prices_at, findings)
                select case_id, version_id, trade_hash, lot_hash, 'READY', '{}', 'attack', repeat('ab', 32), %1$s, %1$s,
                  '{}' from driftgate.order_intent""".formatted(at)).update();
    }

    void takeBack() {
        jdbc.sql(TAKE_BACK).update();
    }
}
