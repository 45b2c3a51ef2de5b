package org.driftgate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.driftgate.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {

    @TempDir
    private Path data;

    @Test
    void keepsMailOverARestart() throws Exception {
        try (var first = start()) {
            send(first, "Before the restart");
        }
        try (var second = start()) {
            send(second, "After the restart");

            assertThat(read(second, "/mailbox/messages.json"))
                    .containsSubsequence("After the restart", "Before the restart");
            assertThat(read(second, "/mailbox/1"))
                    .contains("Before the restart")
                    .contains("sandbox");
        }
    }

    @Test
    void showsWhatAMailBroughtAsTextOnly() throws Exception {
        try (var simulators = start()) {
            send(simulators, "<script>alert(1)</script>");

            assertThat(read(simulators, "/mailbox")).doesNotContain("<script>").contains("&lt;script&gt;");
            assertThat(read(simulators, "/mailbox/1")).doesNotContain("<script>");
            var html = URI.create(simulators.url() + "/mailbox/1/html").toURL().openConnection();
            assertThat(html.getHeaderField("Content-Security-Policy")).contains("sandbox");
        }
    }

    private RunningSimulators start() {
        return RunningSimulators.start(SampleBook.rows(), new TestClock(), Map.of(), data);
    }

    private static void send(RunningSimulators simulators, String subject) throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.smtp.auth", "true");
        properties.setProperty("mail.smtp.host", "localhost");
        properties.setProperty("mail.smtp.port", Integer.toString(simulators.smtpPort()));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("jo@firm.example");
        message.setRecipients(RecipientType.TO, "ana@client.example");
        message.setSubject(subject);
        message.setText("<script>alert(2)</script>", "UTF-8", "html");
        Transport.send(message, "advisor01", "advisor01");
    }

    private static String read(RunningSimulators simulators, String path) throws IOException {
        try (var in = URI.create(simulators.url() + path).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
