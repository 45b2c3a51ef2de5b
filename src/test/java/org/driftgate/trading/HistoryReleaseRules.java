package org.driftgate.trading;

import java.util.LinkedHashMap;
import java.util.Map;

/** What must be true at the moment of the claim: consent, lots, cash, gain, the check before it, and nobody's stop. */
final class HistoryReleaseRules {

    /** The lots that count for a version at the moment of a claim: those of the newest selection, or its own. */
    private static final String LOTS = """
            (select p.version_id, p.line, p.ordinal, p.lot_id, p.quantity from driftgate.proposal_lot p
             where p.version_id = c.version_id and not exists (
               select from history.lot_selection s where s.version_id = c.version_id and s.seq < c.seq)
             union all
             select p.version_id, p.line, p.ordinal, p.lot_id, p.quantity from driftgate.lot_selection_lot p
             where p.version_id = c.version_id and p.number = (select max(s.number) from history.lot_selection s
               where s.version_id = c.version_id and s.seq < c.seq))""";

    private HistoryReleaseRules() {}

    static Map<String, String> all() {
        var rules = new LinkedHashMap<String, String>();
        rules.put("the client agreed where the account needs it", """
                select c.name from history.sent c join driftgate.snapshot_account a
                  on a.snapshot_id = c.snapshot_id and a.account_id = c.account_id
                where not a.discretionary and not exists (select from history.consent k
                  where k.version_id = c.version_id and k.trade_hash = c.trade_hash and k.given and k.seq < c.seq)""");
        rules.put("a sale relieves exactly the lots in force", """
                select c.name from history.sent c where c.side = 'SELL' and (
                  select array_agg((x.ordinal, x.lot_id, x.quantity) order by x.ordinal) from driftgate.order_lot x
                  where x.intent_id = c.intent_id) is distinct from (
                  select array_agg((f.ordinal, f.lot_id, f.quantity) order by f.ordinal) from %s f
                  where f.line = c.line)""".formatted(LOTS));
        rules.put("lots stand once an order is claimed", """
                select c.name from history.sent c join history.lot_selection s
                on s.version_id = c.version_id where s.seq > c.seq""");
        rules.put("the lots realise no more gain than was approved", """
                select c.name from history.sent c join driftgate.envelope_account e on e.version_id = c.version_id
                where e.maximum_net_gain is not null and e.maximum_net_gain + 0.01 < (
                  select coalesce(sum(f.quantity * (l.estimated_price - k.unit_cost)), 0) from %s f
                  join driftgate.proposal_line l on l.version_id = f.version_id and l.line = f.line
                  join driftgate.snapshot_lot k on k.snapshot_id = c.snapshot_id and k.account_id = l.account_id
                    and k.symbol = l.symbol and k.lot_id = f.lot_id
                  where l.account_id = e.account_id)""".formatted(LOTS));
        rules.put("buys leave the minimum cash", """
                select c.name from history.sent c join driftgate.envelope_account e
                  on e.version_id = c.version_id and e.account_id = c.account_id
                join driftgate.snapshot_account a on a.snapshot_id = c.snapshot_id and a.account_id = c.account_id
                where c.side = 'BUY' and e.minimum_cash > 0.01 + greatest(a.cash, a.settled_cash)
                  + (select coalesce(sum(case b.side when 'SELL' then x.quantity * x.price else -x.quantity * x.price end), 0)
                    from history.execution x join history.order_intent b on b.id = x.intent_id
                    where b.case_id = c.case_id and b.account_id = c.account_id and x.seq < c.seq)
                  - (select coalesce(sum(greatest(0, b.quantity - (select coalesce(sum(x.quantity), 0)
                      from history.execution x where x.intent_id = b.intent_id and x.n = b.n and x.seq < c.seq))
                      * b.limit_price), 0)
                    from history.sent b where b.case_id = c.case_id and b.account_id = c.account_id and b.side = 'BUY'
                      and b.seq <= c.seq
                      and not exists (select from history.attempt_answer w where w.intent_id = b.intent_id and w.n = b.n
                        and w.kind in ('REJECTED', 'NOT_PLACED') and w.seq < c.seq)
                      and not exists (select from history.order_event w where w.intent_id = b.intent_id and w.n = b.n
                        and w.state in ('REJECTED', 'CANCELLED', 'EXPIRED') and w.seq < c.seq))""");
        rules.put("a check found exactly this ready, minutes before and nothing else since", """
                select c.name from history.sent c left join history.release_check k on k.id = c.release_check
                where k.id is null or k.seq > c.seq or k.result <> 'READY' or k.case_id <> c.case_id
                  or k.version_id <> c.version_id or k.trade_hash <> c.trade_hash or k.lot_hash <> c.lot_hash
                  or c.claimed_at - k.asked_at > interval '900 seconds' or c.claimed_at - k.prices_at > interval '900 seconds'
                  or exists (select from history.release_check n where n.case_id = c.case_id and n.result = 'STALE'
                    and n.seq > k.seq and n.seq < c.seq)""");
        rules.put("nothing while sending is stopped", """
                select c.name from history.sent c join history.sending_stop s on s.seq < c.seq
                where 2 > (select count(distinct lower(r.person)) from history.sending_restart r
                  where r.stop_id = s.id and r.seq < c.seq)""");
        return rules;
    }
}
