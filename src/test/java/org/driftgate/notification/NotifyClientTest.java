package org.driftgate.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.household.Household.Recipient;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.SystemFault;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class NotifyClientTest extends OutsideWorld {

    private final NotifyClient notify;
    private final KnownCase known;
    private final LetterTemplates templates;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private int before;

    NotifyClientTest(
            NotifyClient notify,
            KnownCase known,
            LetterTemplates templates,
            AuditLog audit,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.notify = notify;
        this.known = known;
        this.templates = templates;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeEach
    void approveTheTemplate() {
        TestDatabase.clear();
        known.reset();
        templates.approve("client-notice", "v1", new PersonId("reviewer"));
        before = newestId();
    }

    @Test
    void writesToEachRecipientFromTheAdviserWithAJournalCopy() {
        notify.forCase(Letters.CASE);

        List<JsonNode> mail = mailSince(before);
        assertThat(mail)
                .extracting(message -> message.path("deliveredTo").asText())
                .containsExactly(
                        "ana@client.example", "journal@firm.example", "leo@client.example", "journal@firm.example");
        assertThat(mail)
                .extracting(message -> message.path("from").asText())
                .containsOnly("Jo Marsh <jo.marsh@firm.example>");
        assertThat(part(mail.get(0), "eml"))
                .contains("Reply-To: Jo Marsh <jo.marsh@firm.example>")
                .contains("Message-ID: <R20261120-1.H1.notice-1@driftgate.local>")
                .doesNotContain("Bcc:");
        assertThat(events()).containsExactly(AuditEvent.CLIENT_NOTIFIED, AuditEvent.CLIENT_NOTIFIED);
    }

    @Test
    void keepsTheMailAsItLeftWithTheServersReply() {
        notify.forCase(Letters.CASE);

        var sent = jdbc.sql("select * from driftgate.mail_sent order by message_id")
                .query()
                .listOfRows();
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0)).containsEntry("server_reply", "250 OK");
        assertThat(LetterTemplate.sha256((String) sent.get(0).get("mime")))
                .isEqualTo(sent.get(0).get("mime_sha256"));
        assertThat(audit.ofCase(Letters.CASE).get(0).entry().sourceHash())
                .isEqualTo(sent.get(0).get("mime_sha256"));
    }

    @Test
    void sendsNothingTwiceWhenTheJobRepeats() {
        notify.forCase(Letters.CASE);
        notify.forCase(Letters.CASE);

        assertThat(mailSince(before)).hasSize(4);
        assertThat(events()).hasSize(2);
    }

    @Test
    void sendsNothingTwiceWhenTheJobsTransactionIsLost() {
        transaction.executeWithoutResult(status -> {
            notify.forCase(Letters.CASE);
            status.setRollbackOnly();
        });
        assertThat(events()).isEmpty();

        notify.forCase(Letters.CASE);

        assertThat(mailSince(before)).hasSize(4);
        assertThat(events()).containsExactly(AuditEvent.CLIENT_NOTIFIED, AuditEvent.CLIENT_NOTIFIED);
    }

    @Test
    void triesAgainAfterAClearRefusalUntilEachLetterWentOnce() {
        fault("mail", "leo@client", "SERVER_ERROR", "", 1);

        assertThatThrownBy(() -> notify.forCase(Letters.CASE))
                .isInstanceOf(SystemFault.class)
                .hasMessageContaining("leo@client.example")
                .hasMessageContaining("R20261120-1.H1")
                .hasMessageContaining("retrying is safe");
        notify.forCase(Letters.CASE);

        assertThat(recipients()).containsExactlyInAnyOrder("ana@client.example", "leo@client.example");
        assertThat(events()).hasSize(2);
    }

    @Test
    void doesNotWriteAgainWhenTheAnswerWasLost() {
        known.recipients = List.of(new Recipient("Ana Calder", "ana@client.example"));
        fault("mail", "ana@client", "TIMEOUT_AFTER_ACCEPT", "1500", 1);

        notify.forCase(Letters.CASE);
        notify.forCase(Letters.CASE);

        assertThat(recipients()).containsExactly("ana@client.example", "jo.marsh@firm.example");
        assertThat(events()).containsExactly(AuditEvent.NOTICE_SUPPRESSED);
        assertThat(reason()).contains("may or may not have gone").contains("notice-1@driftgate.local");
    }

    @Test
    void treatsAnAttemptThatDiedWithItsJvmAsDoubtful() {
        known.recipients = List.of(new Recipient("Ana Calder", "ana@client.example"));
        fault("mail", "ana@client", "SERVER_ERROR", "", 1);
        assertThatThrownBy(() -> notify.forCase(Letters.CASE)).isInstanceOf(SystemFault.class);
        String begun =
                "insert into driftgate.mail_attempt select message_id, 2, started_at from driftgate.mail_attempt";
        jdbc.sql(begun).update();

        notify.forCase(Letters.CASE);

        assertThat(recipients()).containsExactly("jo.marsh@firm.example");
        assertThat(reason()).contains("may or may not have gone");
    }

    @Test
    void refusesAnUnapprovedTemplateByNameAndSendsNothing() {
        TestDatabase.clear();

        assertThatThrownBy(() -> notify.forCase(Letters.CASE))
                .isInstanceOf(SystemFault.class)
                .hasMessageContaining("client-notice v1")
                .hasMessageContaining("not approved");
        assertThat(mailSince(before)).isEmpty();
    }

    @Test
    void refusesATemplateWhoseContentIsNotTheApprovedOne() {
        TestDatabase.clear();
        var other = new LetterTemplate("client-notice", "v1", "<p>other</p>", "Subject: other\n");
        templates.register(other);
        jdbc.sql("insert into driftgate.template_approval values ('client-notice', 'v1', :hash, 'reviewer', now())")
                .param("hash", other.sha256())
                .update();

        assertThatThrownBy(() -> notify.forCase(Letters.CASE)).hasMessageContaining("client-notice v1");
        assertThat(mailSince(before)).isEmpty();
    }

    @Test
    void saysPartlyCompletedWhenSomethingApprovedIsMissing() {
        known.trades = Letters.partial();

        notify.forCase(Letters.CASE);

        JsonNode first = mailSince(before).get(0);
        assertThat(first.path("subject").asText()).contains("partly completed");
        assertThat(part(first, "html")).contains("partly completed").contains("To buy 90 shares");
        assertThat(part(first, "text")).contains("partly completed").contains("To buy 90 shares");
    }

    @Test
    void namesNoAccountNumber() {
        notify.forCase(Letters.CASE);

        JsonNode first = mailSince(before).get(0);
        assertThat(part(first, "eml")).doesNotContain("10000001").doesNotContain("10000002");
    }

    @Test
    void asksTheAdviserToWriteByHandWhenAClientHasNoAddress() {
        known.recipients = List.of(new Recipient("Ana Calder", ""), new Recipient("Leo Calder", "leo@client.example"));

        notify.forCase(Letters.CASE);
        notify.forCase(Letters.CASE);

        assertThat(recipients()).containsExactly("jo.marsh@firm.example", "leo@client.example");
        assertThat(events()).containsExactly(AuditEvent.NOTICE_SUPPRESSED, AuditEvent.CLIENT_NOTIFIED);
        assertThat(reason()).isEqualTo("has no e-mail address");
    }

    @Test
    void recordsTheReasonWhenThereIsNobodyToWriteTo() {
        known.recipients = List.of();

        notify.forCase(Letters.CASE);

        assertThat(recipients()).containsExactly("jo.marsh@firm.example");
        assertThat(events()).containsExactly(AuditEvent.NOTICE_SUPPRESSED);
    }

    @Test
    void goesOnWhenTheServerWillNeverTakeTheRecipient() {
        fault("mail", "ana@client", "REJECT", "", 1);

        notify.forCase(Letters.CASE);

        assertThat(recipients()).containsExactly("jo.marsh@firm.example", "leo@client.example");
        assertThat(reason()).contains("refused by the mail server").contains("550");
    }

    @Test
    void keepsEverythingItWroteUnchangeable() {
        notify.forCase(Letters.CASE);

        for (String table : List.of("mail", "mail_sent", "mail_attempt", "notice", "template_approval", "suppression"))
            assertThatThrownBy(() -> jdbc.sql("delete from driftgate." + table).update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
    }

    private List<AuditEvent> events() {
        return audit.ofCase(Letters.CASE).stream()
                .map(recorded -> recorded.entry().event())
                .toList();
    }

    private String reason() {
        return jdbc.sql("select reason from driftgate.suppression")
                .query(String.class)
                .single();
    }

    private List<String> recipients() {
        return mailSince(before).stream()
                .map(message -> message.path("deliveredTo").asText())
                .filter(address -> !address.equals("journal@firm.example"))
                .toList();
    }
}
