package org.driftgate.trading;

import java.time.Duration;

/** What people decide, each written past the application; a part of it is a lie. */
final class HistoryDecisions {

    private static final String OTHER = "repeat('ab', 32)";

    private final HistoryCase about;

    HistoryDecisions(HistoryCase about) {
        this.about = about;
    }

    /** What the rules found, now and then something that forbids approval. */
    boolean check() {
        return check(about.random.nextInt(10));
    }

    /** A check that finds too little cash. */
    boolean forbid() {
        return check(0);
    }

    private boolean check(int kind) {
        String rule = kind == 0 ? "CASH_NEED" : kind == 1 ? "RESTRICTION" : "DRIFT";
        return about.write("""
                with checked as (
                  insert into driftgate.rule_check
                  select v.id, 1 + coalesce((select max(number) from driftgate.rule_check c where c.version_id = v.id), 0), %s
                  from %s returning version_id, number)
                insert into driftgate.finding select version_id, number, 1, '%s', '%s', 'found', '{1}' from checked""".formatted(about.time(), about.version(0), rule, kind < 2 ? "BLOCK" : "INFO"));
    }

    boolean require() {
        String tiers = switch (about.random.nextInt(20)) {
            case 0 -> "'COMPLIANCE', 'COMPLIANCE'";
            case 1 -> "'ADVISER'";
            case 2, 3, 4 -> "'ADVISER', 'COMPLIANCE'";
            case 5, 6, 7 -> "'COMPLIANCE', 'COMPLIANCE_2'";
            default -> "'COMPLIANCE'";
        };
        return about.write("""
                insert into driftgate.review_requirement select v.id, v.trade_hash, array [%s], 'the table', %s from %s""".formatted(tiers, about.time(), about.version(0)));
    }

    boolean sign() {
        boolean lies = about.chance(15);
        String tier = lies
                ? "'" + about.oneOf("ADVISER", "COMPLIANCE", "COMPLIANCE_2") + "'"
                : "coalesce(driftgate.next_tier(v.id), 'COMPLIANCE')";
        String person = about.chance(15)
                ? about.oneOf("v.proposed_by", "'" + about.somebody() + "'")
                : "case driftgate.next_tier(v.id) when 'ADVISER' then (select adviser_id from driftgate.rebalancing_case"
                        + " where id = v.case_id) else '" + about.reviewer() + "' end";
        return about.write("""
                insert into driftgate.sign_off (version_id, trade_hash, person, tier, comment, signed_at)
                select v.id, %s, %s, %s, 'signed', %s from %s""".formatted(
                        about.chance(4) ? OTHER : "v.trade_hash",
                        person,
                        tier,
                        about.time(),
                        about.version(about.chance(5) ? 1 : 0)));
    }

    boolean approve() {
        boolean short_ = about.chance(4);
        Duration life = Duration.ofMinutes(about.oneOf(20, 60, 300));
        String day = about.chance(5) ? "2026-11-23" : "2026-11-20";
        return about.write(verdict(
                "APPROVED",
                about.time() + "::timestamptz + interval '" + (short_ ? 1 : 5) + " minutes'",
                "'" + about.now().plus(life) + "'",
                "'" + day + "'"));
    }

    boolean decline() {
        return about.write(verdict("DECLINED", "null", "null", "null"));
    }

    private String verdict(String decision, String notBefore, String expires, String day) {
        String person = about.chance(8)
                ? "'" + about.somebody() + "'"
                : "coalesce((select person from driftgate.sign_off s where s.version_id = v.id order by s.id desc limit 1), '"
                        + about.reviewer() + "')";
        return """
                insert into driftgate.verdict (id, version_id, trade_hash, decision, decided_by, threshold, proposal_reason,
                  comment, decided_at, not_before, expires_at, release_day, self_approved)
                select gen_random_uuid(), v.id, %s, '%s', %s, 'drift', 'reason', 'comment', %s, %s, %s, %s, %s
                from %s""".formatted(
                        about.chance(4) ? OTHER : "v.trade_hash",
                        decision,
                        person,
                        about.time(),
                        notBefore,
                        expires,
                        day,
                        about.chance(50),
                        about.version(about.chance(5) ? 1 : 0));
    }

    boolean revoke() {
        return about.write("""
                insert into driftgate.revocation (verdict_id, person, reason, revoked_at, kind)
                select d.id, '%s', 'wrong', %s, '%s' from driftgate.verdict d join %s on v.id = d.version_id""".formatted(
                about.somebody(), about.time(), about.chance(15) ? "SUPERSEDED" : "TAKEN_BACK", about.version(0)));
    }

    boolean consent() {
        return about.write("""
                insert into driftgate.consent
                select v.id, v.trade_hash, %s, 'client', 'phone', %s, '', 'advisor01', %s from %s""".formatted(!about.chance(10), about.time(), about.time(), about.version(0)));
    }

    /** The household gets another adviser. */
    boolean moveAdviser() {
        return about.write("update driftgate.rebalancing_case set adviser_id = '%s' where id = '%s'"
                .formatted(about.oneOf("advisor01", "advisor01", "advisor02"), about.about));
    }

    /** What only the owner of the tables may do. */
    boolean tamper() {
        return about.write(
                about.oneOf(
                        "update driftgate.order_intent set quantity = quantity + 1",
                        "delete from driftgate.revocation",
                        "update driftgate.verdict set expires_at = '2099-01-01'",
                        "truncate driftgate.sending_stop cascade",
                        "alter table driftgate.attempt disable trigger all",
                        "drop trigger sign_version on driftgate.sign_off",
                        "insert into driftgate.firm_setting (key, value, set_by) values ('review.self-approval', 'true', 'me')"));
    }

    boolean stop() {
        return about.write("insert into driftgate.sending_stop (person, reason, stopped_at) values ('%s', 'halt', %s)"
                .formatted(about.somebody(), about.time()));
    }

    /** Agrees to the end of the newest stop. */
    boolean restart() {
        return restart(about.somebody());
    }

    boolean restart(String person) {
        return about.write(
                """
                insert into driftgate.sending_restart
                select max(id), '%s', 'go on', %s from driftgate.sending_stop having max(id) is not null""".formatted(about.chance(50) ? person : person.toUpperCase(java.util.Locale.ROOT), about.time()));
    }
}
