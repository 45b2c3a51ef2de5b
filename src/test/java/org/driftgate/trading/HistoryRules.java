package org.driftgate.trading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must be true of every claim, asked of the journal in SQL that is written from the rules in the requirements; it uses
 * none of the functions that the triggers use. "Before" means earlier in the journal, never what a row says of its time.
 */
final class HistoryRules {

    private static final JdbcClient OWNER = TestDatabase.ownerJdbc();

    private static final Map<String, String> RULES = rules();

    private HistoryRules() {}

    /** Rules that some claim broke, each with examples. */
    static Map<String, List<String>> broken() {
        prepare();
        var broken = new LinkedHashMap<String, List<String>>();
        RULES.forEach((name, sql) -> {
            List<String> examples = OWNER.sql("select * from (%s) q limit 5".formatted(sql))
                    .query(String.class)
                    .list();
            if (!examples.isEmpty()) broken.put(name, examples);
        });
        return broken;
    }

    /** Each journaled table as it was written, and what was sent on which order of which verdict. */
    private static void prepare() {
        OWNER.sql("drop view if exists history.sent").update();
        for (String table : HistoryWorld.JOURNALED) {
            OWNER.sql("drop table if exists history." + table).update();
            OWNER.sql("""
                    create table history.%s as select s.seq, r.* from history.step s,
                    lateral jsonb_populate_record(null::driftgate.%s, s.content) r where s.relation = '%s'""".formatted(table, table, table)).update();
        }
        for (String key : List.of(
                "attempt (intent_id)",
                "order_intent (version_id)",
                "sign_off (version_id)",
                "proposal_version (case_id)",
                "execution (intent_id)",
                "attempt_answer (intent_id)",
                "order_event (intent_id)",
                "release_check (case_id)",
                "rebalancing_case (id)",
                "rule_check (version_id)",
                "finding (version_id)"))
            OWNER.sql("create index on history." + key).update();
        OWNER.sql("""
                create view history.sent as
                select a.seq, a.intent_id, a.n, a.quantity, a.claimed_at, a.claimed_on, a.release_check, a.claimed_by, o.case_id,
                  o.version_id, o.verdict_id, o.line, o.account_id, o.side, o.symbol, o.quantity as ordered, o.limit_price,
                  o.lot_hash, o.trade_hash, o.recommended_by, o.placed_by, o.seq as planned, v.snapshot_id, v.proposed_by,
                  v.number, d.seq as decided, d.decision, d.decided_by, d.decided_at, d.not_before, d.expires_at,
                  d.release_day, d.self_approved,
                  o.case_id || ' order ' || o.id || ' attempt ' || a.n as name
                from history.attempt a left join history.order_intent o on o.id = a.intent_id
                left join history.proposal_version v on v.id = o.version_id
                left join history.verdict d on d.id = o.verdict_id""").update();
        OWNER.sql("analyze").update();
    }

    static List<String> names() {
        return new ArrayList<>(RULES.keySet());
    }

    private static Map<String, String> rules() {
        var rules = new LinkedHashMap<String, String>();
        String dead = """
                exists (select from history.attempt_answer w where w.intent_id = %1$s.intent_id and w.n = %1$s.n
                  and w.kind in ('REJECTED', 'NOT_PLACED') and w.seq < c.seq
                  union all select from history.order_event w where w.intent_id = %1$s.intent_id and w.n = %1$s.n
                  and w.state in ('REJECTED', 'CANCELLED') and w.seq < c.seq)""";
        rules.put("account, side, symbol, quantity and limit are those of an approved line", """
                select name from history.sent c where not exists (
                  select from driftgate.proposal_line l where l.version_id = c.version_id and l.line = c.line
                    and l.account_id = c.account_id and l.side = c.side and l.symbol = c.symbol
                    and c.ordered <= l.quantity and c.quantity <= l.quantity
                    and case l.side when 'BUY' then c.limit_price <= l.limit_price else c.limit_price >= l.limit_price end)""");
        rules.put("all attempts of a line together stay within its quantity", """
                select c.name from history.sent c join driftgate.proposal_line l
                  on l.version_id = c.version_id and l.line = c.line
                where c.quantity + (select coalesce(sum(e.quantity), 0) from history.execution e
                  where e.intent_id = c.intent_id and e.seq < c.seq) > l.quantity""");
        rules.put("one attempt of a line at a time", """
                select c.name from history.sent c join history.sent b
                  on b.version_id = c.version_id and b.line = c.line and b.seq < c.seq where not (%s)""".formatted(dead.formatted("b")));
        rules.put("the hash is that of the rows", """
                select c.name from history.sent c where c.trade_hash <> encode(sha256(convert_to(concat(
                  format(E'driftgate-trades/2\\ncase=%s\\nversion=%s\\n', c.case_id, c.number),
                  E'type=LIMIT\\nduration=DAY\\ncash=BUYS_SHRINK\\n',
                  (select string_agg(format(E'account=%s|minimum-cash=%s|maximum-net-gain=%s\\n', e.account_id,
                    e.minimum_cash, coalesce(e.maximum_net_gain::text, 'none')), '' order by e.account_id collate "C")
                  from driftgate.envelope_account e where e.version_id = c.version_id),
                  (select string_agg(format(E'line=%s|account=%s|side=%s|symbol=%s|quantity=%s|limit=%s\\n', l.line,
                    l.account_id, l.side, l.symbol, l.quantity, l.limit_price), '' order by l.line)
                  from driftgate.proposal_line l where l.version_id = c.version_id)), 'UTF8')), 'hex')""");
        rules.put(
                "on the day that was approved",
                "select name from history.sent where claimed_on is distinct from release_day");
        rules.put("an approval of exactly this content stands", """
                select c.name from history.sent c left join history.verdict d on d.id = c.verdict_id
                left join history.proposal_version v on v.id = c.version_id
                where d.decision is distinct from 'APPROVED' or d.version_id <> c.version_id or d.seq > c.planned
                  or d.trade_hash <> v.trade_hash or c.trade_hash <> v.trade_hash""");
        rules.put("not expired", "select name from history.sent where claimed_at >= expires_at or expires_at is null");
        rules.put("not while it may be taken back", """
                select name from history.sent
                where claimed_at < not_before or not_before is null or not_before < decided_at + interval '300 seconds'""");
        rules.put("nothing after a revocation", """
                select name from history.sent c join history.revocation r on r.verdict_id = c.verdict_id
                where r.seq < c.seq""");
        rules.put("nothing of a version that a newer one replaced", """
                select name from history.sent c join history.proposal_version n on n.case_id = c.case_id
                where n.number > c.number and n.seq < c.seq""");
        rules.put("every required tier is signed, each by another person", """
                select c.name from history.sent c left join history.review_requirement r on r.version_id = c.version_id
                where r.version_id is null
                  or r.seq > (select min(s.seq) from history.sign_off s where s.version_id = c.version_id)
                  or cardinality(r.tiers) > (select count(distinct s.person) from history.sign_off s
                    where s.version_id = c.version_id and s.tier = any (r.tiers) and s.seq < c.decided
                      and s.trade_hash = c.trade_hash)
                  or cardinality(r.tiers) <> (select count(distinct s.tier) from history.sign_off s
                    where s.version_id = c.version_id and s.seq < c.decided)""");
        rules.put("the verdict is of somebody who signed", """
                select name from history.sent c where not exists (select from history.sign_off s
                  where s.version_id = c.version_id and s.person = c.decided_by and s.seq < c.decided)""");
        rules.put("an adviser signs for an own household", """
                select c.name from history.sent c join history.sign_off s on s.version_id = c.version_id
                where s.tier = 'ADVISER' and s.person is distinct from (select k.adviser_id from history.rebalancing_case k
                  where k.id = c.case_id and k.seq < s.seq order by k.seq desc limit 1)
                  and (s.person <> 'advisor01' or exists (select from history.rebalancing_case k
                    where k.id = c.case_id and k.seq < s.seq))""");
        rules.putAll(HistoryPeopleRules.all());
        rules.putAll(HistoryReleaseRules.all());
        return rules;
    }
}
