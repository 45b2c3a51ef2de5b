package org.driftgate.trading;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.driftgate.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The trade file of each submission, and each submission that was refused before any claim. */
@Component
class Submissions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Submissions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns the SHA-256 of the file. */
    String keepFile(CaseId about, List<CustodyOrder> orders) {
        String content = Blotter.of(orders).write();
        String hash = Blotter.sha256(content);
        jdbc.sql("""
                insert into driftgate.trade_file (case_id, content, sha256, created_at)
                values (:case, :content, :hash, :now)""")
                .param("case", about.value())
                .param("content", content)
                .param("hash", hash)
                .param("now", OrderWrites.utc(clock.instant()))
                .update();
        return hash;
    }

    void refuse(CaseId about, List<String> reasons) {
        jdbc.sql("insert into driftgate.submission_refusal (case_id, reason, at) values (:case, :reason, :now)")
                .param("case", about.value())
                .param("reason", String.join(" ", reasons))
                .param("now", OrderWrites.utc(clock.instant()))
                .update();
    }

    /** The newest refusal that nobody has decided on and no later claim has overtaken. */
    Optional<String> standingRefusal(CaseId about) {
        return jdbc.sql("""
                select r.reason from driftgate.submission_refusal r where r.case_id = :case
                  and not exists (select from driftgate.exception_resolution x
                    where x.case_id = r.case_id and x.at >= r.at)
                  and not exists (select from driftgate.attempt a join driftgate.order_intent i on i.id = a.intent_id
                    where i.case_id = r.case_id and a.claimed_at > r.at)
                order by r.id desc limit 1""").param("case", about.value()).query(String.class).optional();
    }
}
