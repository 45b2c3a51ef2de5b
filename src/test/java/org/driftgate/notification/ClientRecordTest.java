package org.driftgate.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.audit.RecordedEntry;
import org.driftgate.household.Household.Recipient;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.SystemFault;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class ClientRecordTest extends OutsideWorld {

    private final NoteDrift noteDrift;
    private final RecordInCrm recordInCrm;
    private final NotifyClient notify;
    private final LogNotice logNotice;
    private final KnownCase known;
    private final LetterTemplates templates;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    /** A run of its own for each test, because the simulated CRM keeps what the others wrote. */
    private final CaseId about = new CaseId("R" + UUID.randomUUID().toString().substring(0, 8) + ".H1");

    ClientRecordTest(
            NoteDrift noteDrift,
            RecordInCrm recordInCrm,
            NotifyClient notify,
            LogNotice logNotice,
            KnownCase known,
            LetterTemplates templates,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.noteDrift = noteDrift;
        this.recordInCrm = recordInCrm;
        this.notify = notify;
        this.logNotice = logNotice;
        this.known = known;
        this.templates = templates;
        this.audit = audit;
        this.transaction = transaction;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
        known.reset();
    }

    @Test
    void notesTheDriftOnceThoughTheJobRepeats() {
        noteDrift.forCase(about);
        noteDrift.forCase(about);

        assertThat(notes())
                .singleElement()
                .satisfies(note -> assertThat(note.path("body").asText())
                        .contains("US Equity is 10.00 points above")
                        .contains("US Bond: 25.00 % held, 35.00 % intended, drift -10.00 points")
                        .doesNotContain("Cash:"));
        assertThat(events()).containsExactly(AuditEvent.DRIFT_NOTED_IN_CRM);
    }

    @Test
    void findsWhatItWroteBeforeItsTransactionWasLost() {
        transaction.executeWithoutResult(status -> {
            noteDrift.forCase(about);
            status.setRollbackOnly();
        });

        noteDrift.forCase(about);

        assertThat(notes()).hasSize(1);
        assertThat(facts(AuditEvent.DRIFT_NOTED_IN_CRM).get("crmId"))
                .isEqualTo(notes().get(0).path("id").asText());
    }

    @Test
    void findsWhatTheCrmTookWithoutAnswering() {
        fault("redtail", "/notes", "TIMEOUT_AFTER_ACCEPT", "1500", 1);

        assertThatThrownBy(() -> noteDrift.forCase(about))
                .isInstanceOf(SystemFault.class)
                .hasMessageContaining("H1")
                .hasMessageContaining("Calder")
                .hasMessageContaining("Redtail")
                .hasMessageContaining("retrying is safe");
        noteDrift.forCase(about);

        assertThat(notes()).hasSize(1);
    }

    @Test
    void recordsTheFiveFactsOfAnExecutionOnce() {
        recordInCrm.forCase(about);
        recordInCrm.forCase(about);

        assertThat(activities()).singleElement().satisfies(activity -> {
            assertThat(activity.path("subject").asText()).isEqualTo("Portfolio rebalanced");
            assertThat(activity.path("description").asText())
                    .contains("Trade type: SELL; security: Vanguard Total Stock Market ETF (VTI); amount: 34 shares, "
                            + "$10,200.60; execution price: $299.90 to $300.10; confirmation: S-101, S-102")
                    .contains("Trade type: BUY; security: Vanguard Total Bond Market ETF (BND); amount: 130 shares, "
                            + "$9,782.50; execution price: $75.25; confirmation: S-103");
        });
        assertThat(events()).containsExactly(AuditEvent.RECORDED_IN_CRM);
    }

    @Test
    void logsEachNoticeWithTheServersReplyAndEachSuppressionWithItsReason() {
        templates.approve("client-notice", "v1", new PersonId("reviewer"));
        known.recipients = List.of(new Recipient("Ana Calder", "ana@client.example"), new Recipient("Leo Calder", ""));
        notify.forCase(about);

        logNotice.forCase(about);
        logNotice.forCase(about);

        assertThat(notes())
                .extracting(note -> note.path("body").asText())
                .hasSize(2)
                .anySatisfy(body -> assertThat(body)
                        .contains("ana@client.example")
                        .contains("250 OK")
                        .contains("Message-ID"))
                .anySatisfy(body -> assertThat(body).contains("Leo Calder").contains("has no e-mail address"));
        assertThat(events()).filteredOn(AuditEvent.NOTICE_LOGGED::equals).hasSize(2);
    }

    @Test
    void saysWhatIsSafeWhenTheCrmIsDown() {
        fault("redtail", "/notes", "SERVER_ERROR", "503", 1);

        assertThatThrownBy(() -> noteDrift.forCase(about))
                .hasMessageContaining("503")
                .hasMessageContaining("retrying is safe");
        assertThat(events()).isEmpty();
    }

    private List<AuditEvent> events() {
        return audit.ofCase(about).stream()
                .map(recorded -> recorded.entry().event())
                .toList();
    }

    private java.util.Map<String, ?> facts(AuditEvent event) {
        return audit.ofCase(about).stream()
                .map(RecordedEntry::entry)
                .filter(entry -> entry.event() == event)
                .findFirst()
                .orElseThrow()
                .facts();
    }

    private List<JsonNode> notes() {
        return crm("/contacts/48001/notes", "notes", "body");
    }

    private List<JsonNode> activities() {
        return crm("/activities", "activities", "description");
    }

    private List<JsonNode> crm(String path, String resource, String field) {
        var found = new java.util.ArrayList<JsonNode>();
        for (JsonNode entry : redtailGet(path).path(resource))
            if (entry.path(field).asText().contains("[ref: " + about)) found.add(entry);
        return found;
    }
}
