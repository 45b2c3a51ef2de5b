package org.driftgate.trading;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.review.ApprovedVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the rows of the gate in one statement whether an approval that was read before still stands: for the claim, which
 * has no time to read versions and households again. Restrictions and findings are part of the release check.
 */
@Component
class ApprovalStands {

    private static final String QUESTION = """
            select exists (select from driftgate.proposal_version n where n.case_id = v.case_id and n.number > v.number)
                as superseded,
              v.trade_hash <> :hash or v.trade_hash <> driftgate.trade_hash_of(v.id) as altered,
              coalesce((select s.lot_hash from driftgate.lot_selection s where s.version_id = v.id
                order by s.number desc limit 1), v.lot_hash) <> :lotHash as relotted,
              not driftgate.approval_stands(d.id) as withdrawn,
              d.expires_at <= :now as expired,
              exists (select from driftgate.order_intent i where i.version_id = v.id and not i.discretionary)
                and not exists (select from driftgate.consent c
                  where c.version_id = v.id and c.trade_hash = v.trade_hash and c.given) as unconsented
            from driftgate.proposal_version v join driftgate.verdict d on d.version_id = v.id
            where v.id = :version and d.id = :verdict""";

    private static final Map<String, String> SENTENCES = sentences();

    private final JdbcClient jdbc;
    private final Clock clock;

    ApprovalStands(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<String> objections(ApprovedVersion approval) {
        Instant now = clock.instant();
        return jdbc.sql(QUESTION)
                .param("version", approval.version().id().value())
                .param("verdict", approval.verdict())
                .param("hash", approval.version().tradeHash())
                .param("lotHash", approval.lotHash())
                .param("now", OrderWrites.utc(now))
                .query((row, number) -> {
                    var objections = new ArrayList<String>();
                    for (Map.Entry<String, String> one : SENTENCES.entrySet())
                        if (row.getBoolean(one.getKey())) objections.add(one.getValue());
                    return objections;
                })
                .optional()
                .map(List::copyOf)
                .orElse(List.of("The verdict is not in the record."));
    }

    private static Map<String, String> sentences() {
        var sentences = new LinkedHashMap<String, String>();
        sentences.put("superseded", "A newer version took the place of the approved one.");
        sentences.put("altered", "The trades are not those that were approved.");
        sentences.put("relotted", "Other lots were chosen while the orders were being prepared.");
        sentences.put("withdrawn", "The approval was taken back.");
        sentences.put("expired", "The approval expired.");
        sentences.put("unconsented", "The client's consent is missing or was refused.");
        return sentences;
    }
}
