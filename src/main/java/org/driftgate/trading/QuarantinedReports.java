package org.driftgate.trading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.driftgate.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the reports that contradict what we sent, and knows which of them the trading desk was told by mail. */
@Component
public class QuarantinedReports {

    private static final String SELECT = """
            select q.id, q.custodian, q.case_id, q.reason, q.content ->> 'account' as account,
              q.content ->> 'symbol' as symbol, q.content ->> 'side' as side, q.content ->> 'reference' as reference,
              q.content ->> 'quantity' as quantity, q.content ->> 'price' as price, q.content ->> 'lots' as lots
            from driftgate.execution_quarantine q""";

    private final JdbcClient jdbc;
    private final Clock clock;

    QuarantinedReports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Reports that no reconciliation can show to a person: of no case of ours, or come after its last one. */
    public List<Report> untold() {
        return jdbc.sql(SELECT + """

                where not exists (select from driftgate.quarantine_told t where t.quarantine_id = q.id)
                  and (q.case_id is null or exists (select from driftgate.rebalancing_case c
                    where c.id = q.case_id and c.closed_at is not null and c.closed_at <= q.received_at))
                order by q.id""").query(QuarantinedReports::read).list();
    }

    @Transactional
    public void told(List<Report> reports, String messageId) {
        for (Report report : reports)
            jdbc.sql("insert into driftgate.quarantine_told values (:id, :message, :now) on conflict do nothing")
                    .param("id", report.id())
                    .param("message", messageId)
                    .param("now", OrderWrites.utc(clock.instant()))
                    .update();
    }

    List<Report> of(CaseId about) {
        return jdbc.sql(SELECT + " where q.case_id = :case order by q.id")
                .param("case", about.value())
                .query(QuarantinedReports::read)
                .list();
    }

    private static Report read(ResultSet row, int number) throws SQLException {
        String lots = row.getString("lots");
        if (lots != null)
            return new Report(
                    row.getLong("id"),
                    row.getString("case_id"),
                    row.getString("reason"),
                    "%s %s in account %s: %s. The custodian corrects lots until settlement only."
                            .formatted(row.getString("side"), row.getString("symbol"), row.getString("account"), lots));
        String shares = row.getString("quantity");
        return new Report(
                row.getLong("id"),
                row.getString("case_id"),
                row.getString("reason"),
                "%s reported %s%s %s in account %s, its order %s%s. It was not counted: %s."
                        .formatted(
                                row.getString("custodian"),
                                row.getString("side"),
                                shares == null ? "" : " of " + shares + " shares",
                                row.getString("symbol"),
                                row.getString("account"),
                                row.getString("reference"),
                                shares == null ? "" : ", at $" + row.getString("price"),
                                row.getString("reason")));
    }

    /** {@code sentence} says what was reported and why it was not counted. */
    public record Report(long id, @Nullable String caseId, String reason, String sentence) {

        Break asBreak() {
            return new Break(kind(), null, sentence);
        }

        private Break.Kind kind() {
            return switch (reason) {
                case Quarantine.WRONG_ACCOUNT -> Break.Kind.ACCOUNT;
                case Quarantine.OVER_FILL, Quarantine.NO_QUANTITY -> Break.Kind.QUANTITY;
                case Quarantine.NO_PRICE -> Break.Kind.PRICE;
                case Quarantine.OTHER_LOTS -> Break.Kind.LOTS;
                default -> Break.Kind.QUARANTINED;
            };
        }
    }
}
