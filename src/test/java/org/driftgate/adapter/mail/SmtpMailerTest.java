package org.driftgate.adapter.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.driftgate.adapter.mail.MailServer.Security;
import org.driftgate.notification.Correspondence;
import org.driftgate.notification.Correspondence.MailAccount;
import org.driftgate.notification.Mailer.Delivery;
import org.driftgate.notification.Mailer.Mail;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.SystemFault;
import org.driftgate.simulator.RunningSimulators;
import org.driftgate.simulator.SampleBook;
import org.driftgate.testing.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmtpMailerTest {

    private static final Mail MAIL = new Mail(
            "<R1.H1.notice-1@driftgate.local>",
            new AdviserId("advisor01"),
            "Ana Gonz\u00e1lez",
            "ana@client.example",
            "Your portfolio \u2013 rebalanced",
            "Gr\u00fc\u00dfe, plain",
            "<p>Gr\u00fc\u00dfe</p>");

    private RunningSimulators simulators;

    @BeforeAll
    void start() {
        simulators = RunningSimulators.start(SampleBook.rows(), new TestClock());
    }

    @AfterAll
    void stop() {
        simulators.close();
    }

    @Test
    void returnsTheServersReplyAndTheMailAsItLeft() {
        Delivery delivery =
                mailer(simulators.smtpPort(), Security.NONE, "advisor01").send(MAIL);

        assertThat(delivery).isInstanceOfSatisfying(Delivery.Accepted.class, accepted -> {
            assertThat(accepted.serverReply()).isEqualTo("250 OK");
            assertThat(accepted.mime())
                    .matches("\\p{ASCII}*")
                    .contains("Message-ID: <R1.H1.notice-1@driftgate.local>")
                    .contains("multipart/alternative");
        });
    }

    @Test
    void knowsARecipientThatIsRefusedForGood() {
        simulators.fault("mail", "ana@", "REJECT", "550 5.1.1 No such mailbox", 1);

        assertThat(mailer(simulators.smtpPort(), Security.NONE, "advisor01").send(MAIL))
                .isInstanceOfSatisfying(
                        Delivery.Refused.class,
                        refused -> assertThat(refused.serverReply()).contains("550 5.1.1"));
    }

    @Test
    void treatsATemporaryRefusalAsAFault() {
        simulators.fault("mail", "ana@", "REJECT", "450 4.2.1 Mailbox busy", 1);

        assertThatThrownBy(() -> mailer(simulators.smtpPort(), Security.NONE, "advisor01")
                        .send(MAIL))
                .isInstanceOf(SystemFault.class)
                .hasMessageContaining("450 4.2.1");
    }

    @Test
    void treatsARefusedJournalAsAFaultAndNotAsTheClients() {
        simulators.fault("mail", "journal@", "REJECT", "550 5.1.1 No such mailbox", 1);

        assertThatThrownBy(() -> mailer(simulators.smtpPort(), Security.NONE, "advisor01")
                        .send(MAIL))
                .isInstanceOf(SystemFault.class)
                .hasMessageContaining("550 5.1.1");
    }

    @Test
    void leavesAMailInDoubtWhenNoAnswerComesAfterItsEnd() {
        simulators.fault("mail", "ana@", "TIMEOUT_AFTER_ACCEPT", "1500", 1);

        assertThat(mailer(simulators.smtpPort(), Security.NONE, "advisor01").send(MAIL))
                .isInstanceOf(Delivery.InDoubt.class);
    }

    @Test
    void treatsSilenceBeforeTheMessageAsAFaultThatMayBeRepeated() {
        simulators.fault("mail", "ana@", "LATENCY", "1500", 1);

        assertThatThrownBy(() -> mailer(simulators.smtpPort(), Security.NONE, "advisor01")
                        .send(MAIL))
                .isInstanceOf(SystemFault.class);
    }

    @Test
    void namesTheAccountWhoseLogInIsRefused() {
        assertThatThrownBy(() ->
                        mailer(simulators.smtpPort(), Security.NONE, "wrong").send(MAIL))
                .isInstanceOf(SystemFault.class)
                .hasMessageContaining("jo.marsh@firm.example")
                .hasMessageContaining("refuses the log-in");
    }

    @Test
    void namesAServerThatIsNotThere() {
        assertThatThrownBy(() -> mailer(1, Security.NONE, "advisor01").send(MAIL))
                .isInstanceOf(SystemFault.class)
                .hasMessageContaining("localhost:1 cannot be reached");
    }

    @Test
    void sendsNothingOverAnUnencryptedLineUnlessToldSo() {
        assertThatThrownBy(() -> mailer(simulators.smtpPort(), Security.STARTTLS, "advisor01")
                        .send(MAIL))
                .isInstanceOf(SystemFault.class)
                .hasMessageContaining("STARTTLS");
    }

    private static SmtpMailer mailer(int port, Security security, String password) {
        var adviser = new MailAccount("jo.marsh@firm.example", "Jo Marsh", "advisor01", password);
        var correspondence = new Correspondence(
                "Firm",
                adviser,
                Map.of("advisor01", adviser),
                null,
                "journal@firm.example",
                null,
                null,
                null,
                null,
                null,
                "driftgate.local",
                "v1");
        var server = new MailServer("localhost", port, security, Duration.ofSeconds(2), Duration.ofMillis(700));
        return new SmtpMailer(server, correspondence, new TestClock());
    }
}
