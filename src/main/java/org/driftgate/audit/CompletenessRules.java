package org.driftgate.audit;

import java.util.ArrayList;
import java.util.List;

/** What must be there, each as a query for the subjects that lack it; {@code :run} is the run looked at. */
final class CompletenessRules {

    static final List<Rule> ALL = all();

    private CompletenessRules() {}

    record Rule(String missing, String sql) {}

    private static List<Rule> all() {
        List<Rule> rules = new ArrayList<>(households());
        rules.addAll(proposals());
        rules.addAll(orders());
        rules.addAll(notices());
        return List.copyOf(rules);
    }

    private static List<Rule> households() {
        return List.of(
                new Rule("a bucket for the household", """
                        select s.household_id from driftgate.snapshot n
                        join driftgate.snapshot_household s on s.snapshot_id = n.id
                        where n.run_id = :run and n.case_id is null
                          and exists (select from driftgate.run_household r where r.run_id = n.run_id)
                          and not exists (select from driftgate.run_household r
                            where r.run_id = n.run_id and r.household_id = s.household_id)"""),
                new Rule("the case of a household outside its band", """
                        select household_id from driftgate.run_household r where run_id = :run and bucket = 'OUT_OF_BAND'
                          and not exists (select from driftgate.rebalancing_case c
                            where c.run_id = r.run_id and c.household_id = r.household_id)"""),
                new Rule("the drift report", """
                        select household_id from driftgate.run_household r
                        where run_id = :run and bucket in ('OUT_OF_BAND', 'WITHIN_BAND')
                          and not exists (select from driftgate.drift_report d
                            where d.run_id = r.run_id and d.household_id = r.household_id)"""),
                entryOfEveryCase("DRIFT_MEASURED", "true"),
                entryOfEveryCase("CASE_OPENED", "true"),
                entryOfEveryCase("CASE_CLOSED", "c.closed_at is not null"),
                new Rule("the entry SNAPSHOT_COLLECTED", """
                        select n.id::text from driftgate.snapshot n where n.run_id = :run
                          and not exists (select from audit.entry e where e.run_id = n.run_id
                            and e.event = 'SNAPSHOT_COLLECTED' and e.source_hash = n.source_hash)"""));
    }

    private static List<Rule> proposals() {
        return List.of(
                equalCounts("PROPOSAL_MADE", "select case_id from driftgate.proposal_version where kind = 'ORIGINAL'"),
                equalCounts(
                        "PROPOSAL_CHANGED", "select case_id from driftgate.proposal_version where kind <> 'ORIGINAL'"),
                equalCounts("SIGNED_OFF", """
                        select v.case_id from driftgate.sign_off s
                        join driftgate.proposal_version v on v.id = s.version_id"""),
                equalCounts("VERDICT_GIVEN", """
                        select v.case_id from driftgate.verdict d
                        join driftgate.proposal_version v on v.id = d.version_id"""),
                equalCounts("LOTS_CHOSEN", """
                        select v.case_id from driftgate.lot_selection l
                        join driftgate.proposal_version v on v.id = l.version_id"""),
                equalCounts("CONSENT_RECORDED", """
                        select v.case_id from driftgate.consent c
                        join driftgate.proposal_version v on v.id = c.version_id"""),
                new Rule("the rule check of an approved version", """
                        select v.case_id || ' version ' || v.number from driftgate.verdict d
                        join driftgate.proposal_version v on v.id = d.version_id
                        where v.case_id like :run || '.%' and d.decision = 'APPROVED'
                          and not exists (select from driftgate.rule_check r where r.version_id = v.id)"""));
    }

    private static List<Rule> orders() {
        return List.of(
                equalCounts("ORDER_CLAIMED", """
                        select i.case_id from driftgate.attempt a join driftgate.order_intent i on i.id = a.intent_id"""),
                equalCounts("FILL_RECEIVED", """
                        select i.case_id from driftgate.execution x join driftgate.order_intent i on i.id = x.intent_id"""),
                equalCounts("BREAK_RESOLVED", """
                        select r.case_id from driftgate.break_resolution b
                        join driftgate.reconciliation r on r.id = b.reconciliation_id"""),
                new Rule("an answer to a claimed order", """
                        select i.case_id || ' line ' || i.line from driftgate.order_intent i
                        join driftgate.attempt a on a.intent_id = i.id
                        join driftgate.rebalancing_case c on c.id = i.case_id
                        where c.run_id = :run and c.closed_at is not null
                          and not exists (select from driftgate.attempt_answer w
                            where w.intent_id = a.intent_id and w.n = a.n)
                          and not exists (select from driftgate.order_event o
                            where o.intent_id = a.intent_id and o.n = a.n)"""),
                new Rule("the reconciliation of its fills", """
                        select distinct i.case_id from driftgate.execution x
                        join driftgate.order_intent i on i.id = x.intent_id
                        join driftgate.rebalancing_case c on c.id = i.case_id
                        where c.run_id = :run and c.closed_at is not null
                          and not exists (select from driftgate.reconciliation r where r.case_id = c.id)"""));
    }

    private static List<Rule> notices() {
        return List.of(
                entryOfEveryCase("DRIFT_NOTED_IN_CRM", "c.state = 'NOTIFIED'"),
                entryOfEveryCase("EXECUTIONS_RECONCILED", "c.state = 'NOTIFIED'"),
                entryOfEveryCase("RECORDED_IN_CRM", "c.state = 'NOTIFIED'"),
                entryOfEveryCase("NOTICE_LOGGED", """
                        c.state = 'NOTIFIED' and exists (select from driftgate.notice n
                          join driftgate.mail_sent m on m.message_id = n.message_id where n.case_id = c.id)"""),
                new Rule("a notice, or the reason why there is none, for a recipient", """
                        select c.id || ' ' || r.name from driftgate.rebalancing_case c
                        join driftgate.snapshot_recipient r
                          on r.snapshot_id = c.snapshot_id and r.household_id = c.household_id
                        where c.run_id = :run and c.state = 'NOTIFIED'
                          and (select count(*) from driftgate.notice n where n.case_id = c.id)
                            + (select count(*) from driftgate.suppression s where s.case_id = c.id)
                            < (select count(*) from driftgate.snapshot_recipient o
                               where o.snapshot_id = c.snapshot_id and o.household_id = c.household_id)"""),
                new Rule("a notice although something was traded", """
                        select distinct c.id from driftgate.rebalancing_case c
                        join driftgate.order_intent i on i.case_id = c.id
                        join driftgate.execution x on x.intent_id = i.id
                        where c.run_id = :run and c.closed_at is not null and c.state <> 'NOTIFIED'"""));
    }

    private static Rule entryOfEveryCase(String event, String condition) {
        return new Rule("the entry " + event, """
                select c.id from driftgate.rebalancing_case c where c.run_id = :run and (%s)
                  and not exists (select from audit.entry e where e.case_id = c.id and e.event = '%s')""".formatted(condition, event));
    }

    /** As many entries as rows, for each case. */
    private static Rule equalCounts(String event, String rows) {
        return new Rule(
                "entries %s for every row, and rows for every entry".formatted(event), """
                with held as (select r.case_id, count(*) as n from (%s) r
                      where r.case_id like :run || '.%%' group by r.case_id),
                  told as (select e.case_id, count(*) as n from audit.entry e
                      where e.run_id = :run and e.event = '%s' and e.case_id is not null group by e.case_id)
                select coalesce(held.case_id, told.case_id) from held full join told on told.case_id = held.case_id
                where held.n is distinct from told.n""".formatted(rows, event));
    }
}
