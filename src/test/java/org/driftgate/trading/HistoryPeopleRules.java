package org.driftgate.trading;

import java.util.LinkedHashMap;
import java.util.Map;

/** Who may not be the same person, and what nobody may set aside. */
final class HistoryPeopleRules {

    /** Whether the trades of the version, or of one that it only reduces, were written by a person. */
    private static final String BY_HAND = """
            (with recursive back as (
              select p.kind, p.previous from history.proposal_version p where p.id = c.version_id
              union all
              select p.kind, p.previous from history.proposal_version p join back b on b.previous = p.id
              where b.kind = 'REDUCTION')
            select coalesce(bool_or(kind = 'CHANGE'), false) from back)""";

    private static final String OWN = "s.person = c.proposed_by and (s.tier <> 'ADVISER' or " + BY_HAND + ")";

    private HistoryPeopleRules() {}

    static Map<String, String> all() {
        var rules = new LinkedHashMap<String, String>();
        rules.put("nobody approves own trades unless the firm has one person only", """
                select c.name from history.sent c join history.sign_off s on s.version_id = c.version_id
                where %s and not coalesce((select f.value = 'true' from history.firm_setting f
                  where f.seq < s.seq order by f.seq desc limit 1), false)""".formatted(OWN));
        rules.put("a verdict says whether it is a self-approval", """
                select c.name from history.sent c where c.self_approved <> exists (
                  select from history.sign_off s where s.version_id = c.version_id and s.seq < c.decided and %s)""".formatted(OWN));
        rules.put("a reduction stays in the name of the proposer and within the version before", """
                select c.name from history.sent c join history.proposal_version v on v.id = c.version_id
                join history.proposal_version b on b.id = v.previous
                where v.kind = 'REDUCTION' and (v.proposed_by <> b.proposed_by or exists (
                  select from driftgate.proposal_line l left join driftgate.proposal_line o
                    on o.version_id = b.id and o.line = l.line
                  where l.version_id = v.id and (o.line is null or l.quantity > o.quantity
                    or (l.account_id, l.side, l.symbol, l.limit_price)
                      is distinct from (o.account_id, o.side, o.symbol, o.limit_price))))""");
        rules.put("what a rule forbids was set aside by somebody who neither proposed nor signed it", """
                select c.name from history.sent c join history.finding f on f.version_id = c.version_id
                where f.severity = 'BLOCK' and f.seq < c.decided
                  and f.number = (select max(k.number) from history.rule_check k
                    where k.version_id = c.version_id and k.seq < c.decided)
                  and not exists (select from history.finding_override o
                    join history.proposal_version v on v.id = o.version_id
                    join history.proposal_version b on b.id = v.previous
                    where o.version_id = c.version_id and o.rule = f.rule and o.rule = 'CASH_NEED'
                      and b.proposed_by <> o.person
                      and not exists (select from history.sign_off s
                        where s.version_id = o.version_id and s.person = o.person))""");
        rules.put("an order names the adviser and the approver", """
                select c.name from history.sent c where c.placed_by <> c.decided_by or c.recommended_by <> coalesce(
                  (select k.adviser_id from history.rebalancing_case k
                   where k.id = c.case_id and k.seq < c.planned order by k.seq desc limit 1), 'advisor01')""");
        rules.put("an approval with orders is not taken back", """
                select c.name from history.sent c join history.revocation r on r.verdict_id = c.verdict_id
                where r.kind = 'TAKEN_BACK' and r.seq > c.seq""");
        rules.put("no row of the gate was changed or removed", """
                select 'attempt ' || a.intent_id from history.attempt a where not exists (
                  select from driftgate.attempt b where b.intent_id = a.intent_id and b.n = a.n and b.quantity = a.quantity
                    and b.claimed_at = a.claimed_at)
                union all
                select 'verdict ' || a.id from history.verdict a where not exists (
                  select from driftgate.verdict b where b.id = a.id and b.decision = a.decision
                    and b.trade_hash = a.trade_hash and b.expires_at is not distinct from a.expires_at)
                union all
                select 'revocation ' || a.verdict_id from history.revocation a where not exists (
                  select from driftgate.revocation b where b.verdict_id = a.verdict_id)""");
        return rules;
    }
}
