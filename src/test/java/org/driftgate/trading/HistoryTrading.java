package org.driftgate.trading;

import java.time.Duration;
import java.util.Map;

/** Release checks, orders, claims and what the custodian says, written past the application; a part of it is a lie. */
final class HistoryTrading {

    private static final String OTHER = "repeat('ab', 32)";

    /** What an attacker would rather send than the line that was approved. */
    private static final Map<String, String> LIES = Map.ofEntries(
            Map.entry("l.account_id", "case l.account_id when 'A1' then 'A2' else 'A1' end"),
            Map.entry("l.side", "case l.side when 'BUY' then 'SELL' else 'BUY' end"),
            Map.entry("l.symbol", "'TSLA'"),
            Map.entry("l.quantity", "l.quantity + 1"),
            Map.entry("l.limit_price", "case l.side when 'BUY' then l.limit_price + 1 else l.limit_price - 1 end"),
            Map.entry("s.discretionary", "not s.discretionary"),
            Map.entry("lower(s.custodian)", "'elsewhere'"),
            Map.entry("driftgate.lot_hash_of(v.id, driftgate.selection_in_force(v.id))", OTHER),
            Map.entry("v.trade_hash", OTHER),
            Map.entry("k.adviser_id", "'trader'"),
            Map.entry("d.decided_by", "'advisor02'"));

    private final HistoryCase about;

    HistoryTrading(HistoryCase about) {
        this.about = about;
    }

    boolean look() {
        boolean ready = about.chance(92);
        return about.write("""
                insert into driftgate.release_check (case_id, version_id, trade_hash, lot_hash, result, reasons, origin,
                  source_hash, asked_at, prices_at, findings)
                select v.case_id, v.id, v.trade_hash, %s, '%s', '{%s}', 'source', %s, %s,
                  %s::timestamptz - interval '%d minutes', '{}'
                from %s""".formatted(
                        about.chance(4) ? OTHER : "driftgate.lot_hash_of(v.id, driftgate.selection_in_force(v.id))",
                        ready ? "READY" : "STALE",
                        ready ? "" : "moved",
                        OTHER,
                        about.time(),
                        about.time(),
                        about.chance(5) ? 20 : 2,
                        about.version(about.chance(4) ? 1 : 0)));
    }

    /** One order for each line, with the lots in force. */
    boolean plan() {
        String values = "gen_random_uuid(), v.case_id, d.id, v.id, v.trade_hash, 'APPROVED',"
                + " driftgate.lot_hash_of(v.id, driftgate.selection_in_force(v.id)), v.snapshot_id, l.line, l.account_id,"
                + " l.side, l.symbol, l.quantity, l.limit_price, lower(s.custodian), s.discretionary, k.adviser_id,"
                + " d.decided_by, " + about.time();
        if (about.chance(20)) {
            String column = about.oneOf(LIES.keySet().stream().sorted().toArray(String[]::new));
            values = values.replace(column, String.valueOf(LIES.get(column)));
        }
        String lots = about.chance(4) ? "'L9'" : "f.lot_id";
        String sold = about.chance(3) ? "and false" : "";
        return about.write("""
                insert into driftgate.order_intent (id, case_id, verdict_id, version_id, trade_hash, decision, lot_hash,
                  snapshot_id, line, account_id, side, symbol, quantity, limit_price, custodian, discretionary,
                  recommended_by, placed_by, planned_at)
                select %s from %s join driftgate.verdict d on d.version_id = v.id
                join driftgate.proposal_line l on l.version_id = v.id
                join driftgate.snapshot_account s on s.snapshot_id = v.snapshot_id and s.account_id = l.account_id
                join driftgate.rebalancing_case k on k.id = v.case_id;
                insert into driftgate.order_lot
                select o.id, f.ordinal, %s, f.quantity from driftgate.order_intent o
                join driftgate.lots_of(o.version_id, driftgate.selection_in_force(o.version_id)) f on f.line = o.line
                where o.case_id = '%s' %s and not exists (
                  select from driftgate.order_lot x where x.intent_id = o.id and x.ordinal = f.ordinal)""".formatted(values, about.version(about.chance(5) ? 1 : 0), lots, about.about, sold));
    }

    /** Claims lines of the newest planned version, or of an older one. */
    boolean claim(String side) {
        String which = about.chance(10) ? "" : "and o.side = '%s'".formatted(side);
        String quantity = "coalesce(o.quantity - driftgate.filled_of(o.id), 0)";
        if (about.chance(12)) quantity = about.oneOf("o.quantity + 1", "1", "o.quantity");
        else if (side.equals("BUY") && about.chance(50)) quantity = "greatest(1, %s - 1)".formatted(quantity);
        String check = "(select max(c.id) from driftgate.release_check c where c.case_id = o.case_id)";
        if (about.chance(6)) check = about.oneOf("null", check.replace("max", "min"));
        if (about.chance(50)) check = check.replace("= o.case_id", "= o.case_id and c.result = 'READY'");
        String when = about.chance(6)
                ? "'" + about.now().plus(Duration.ofMinutes(about.oneOf(-10, 16, 400))) + "'"
                : about.time();
        String n = "1 + coalesce((select max(a.n) from driftgate.attempt a where a.intent_id = o.id), 0)";
        return about.write("""
                insert into driftgate.attempt (intent_id, n, client_order_id, quantity, claimed_at, claimed_on, claimed_by,
                  release_check)
                select o.id, %s, gen_random_uuid(), %s, %s, '2026-11-20', 'history', %s
                from driftgate.order_intent o join %s on v.id = o.version_id
                where o.case_id = '%s' %s order by o.line""".formatted(
                        about.chance(9) ? "1" : n,
                        quantity,
                        when,
                        check,
                        about.version(about.chance(6) ? 1 : 0),
                        about.about,
                        which));
    }

    /** All or a part of what is working, at the limit or better. */
    boolean fill() {
        return about.write("""
                insert into driftgate.execution (custodian, execution_id, intent_id, n, quantity, price, executed_at, received_at)
                select 'schwab', gen_random_uuid()::text, a.intent_id, a.n,
                  greatest(1, floor((a.quantity - f.filled) * %s)),
                  o.limit_price + case o.side when 'BUY' then -1 else 1 end * %s, %s, %s
                from driftgate.attempt a join driftgate.order_intent o on o.id = a.intent_id,
                lateral (select coalesce(sum(e.quantity), 0) as filled from driftgate.execution e
                  where e.intent_id = a.intent_id and e.n = a.n) f
                where o.case_id = '%s' and a.quantity > f.filled
                  and not exists (select from driftgate.attempt_answer w
                    where w.intent_id = a.intent_id and w.n = a.n and w.kind in ('REJECTED', 'NOT_PLACED'))
                  and not exists (select from driftgate.order_event w
                    where w.intent_id = a.intent_id and w.n = a.n and w.state = 'CANCELLED')""".formatted(
                about.oneOf("1", "1", "0.5"), about.oneOf("0", "0.2"), about.time(), about.time(), about.about));
    }

    /** The custodian refuses what has no fill yet, or cancels the rest of an order. */
    boolean end() {
        if (about.chance(50)) return about.write("""
                    insert into driftgate.attempt_answer (intent_id, n, kind, code, at)
                    select a.intent_id, a.n, 'REJECTED', 'R1', %s
                    from driftgate.attempt a join driftgate.order_intent o on o.id = a.intent_id
                    where o.case_id = '%s' and driftgate.filled_of(a.intent_id) = 0
                    on conflict do nothing""".formatted(about.time(), about.about));
        return about.write("""
                insert into driftgate.order_event (intent_id, n, state, reference, at)
                select a.intent_id, a.n, 'CANCELLED', 'C1', %s
                from driftgate.attempt a join driftgate.order_intent o on o.id = a.intent_id
                where o.case_id = '%s' on conflict do nothing""".formatted(about.time(), about.about));
    }
}
