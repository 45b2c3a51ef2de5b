package org.driftgate.trading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps reports that contradict what we sent, each once, so that nothing is lost and nothing is counted. */
@Component
class Quarantine {

    static final String WRONG_ACCOUNT = "wrong account";
    static final String NO_QUANTITY = "no quantity";
    static final String NO_PRICE = "no price";
    static final String OVER_FILL = "over-fill";
    static final String OTHER_LOTS = "other lots than instructed";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final AuditLog audit;
    private final Clock clock;

    Quarantine(JdbcClient jdbc, ObjectMapper json, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** The whole report. */
    void keep(String custodian, OrderReport report, @Nullable CaseId about, String reason) {
        Map<String, Object> content = content(report);
        content.put(
                "executions",
                report.executions().stream().map(Quarantine::content).toList());
        keep(custodian, "order " + report.reference(), about, reason, content);
    }

    /** One execution of it. */
    void keep(
            String custodian,
            OrderReport report,
            OrderReport.Execution execution,
            @Nullable CaseId about,
            String reason) {
        Map<String, Object> content = content(report);
        content.putAll(content(execution));
        keep(custodian, "execution " + execution.id(), about, reason, content);
    }

    /** Lots that the next snapshot shows as sold; {@code lots} are both lists in words. */
    void keepLots(Order order, String lots) {
        Order.Intent intent = order.intent();
        String reference = order.progress().reference().orElse("unknown");
        var content = new LinkedHashMap<String, Object>();
        content.put("clientOrderId", intent.id().toString());
        content.put("reference", reference);
        content.put("account", intent.account().value());
        content.put("symbol", intent.symbol().value());
        content.put("side", intent.side().name());
        content.put("lots", lots);
        keep(intent.custodian(), "lots of order " + reference, intent.about(), OTHER_LOTS, content);
    }

    private void keep(
            String custodian, String source, @Nullable CaseId about, String reason, Map<String, Object> content) {
        int kept = jdbc.sql("""
                insert into driftgate.execution_quarantine (custodian, source_id, case_id, reason, content, received_at)
                values (:custodian, :source, :case, :reason, cast(:content as jsonb), :now) on conflict do nothing""")
                .param("custodian", custodian)
                .param("source", source)
                .param("case", about == null ? null : about.value())
                .param("reason", reason)
                .param("content", write(content))
                .param("now", OrderWrites.utc(clock.instant()))
                .update();
        if (kept == 0) return;
        content.put("reason", reason);
        audit.append(new AuditEntry(
                AuditEvent.EXECUTION_QUARANTINED,
                AuditEntry.SYSTEM,
                about == null ? null : about.run(),
                about,
                content,
                null));
    }

    private static Map<String, Object> content(OrderReport report) {
        var content = new LinkedHashMap<String, Object>();
        content.put("clientOrderId", report.order().toString());
        content.put("reference", report.reference());
        content.put("account", report.account().value());
        content.put("symbol", report.symbol().value());
        content.put("side", report.side().name());
        content.put("state", report.state().name());
        return content;
    }

    private static Map<String, Object> content(OrderReport.Execution execution) {
        return Map.of(
                "execution", execution.id(),
                "quantity", execution.quantity().toString(),
                "price", execution.price().toString(),
                "executedAt", execution.executedAt().toString());
    }

    private String write(Map<String, Object> content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report cannot be written as JSON: " + content, e);
        }
    }
}
