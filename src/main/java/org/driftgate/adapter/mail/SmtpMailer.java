package org.driftgate.adapter.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Clock;
import org.driftgate.notification.Correspondence;
import org.driftgate.notification.Correspondence.MailAccount;
import org.driftgate.notification.Mailer;
import org.driftgate.shared.SystemFault;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Sends over SMTP with the sender's own log-in: one connection, one recipient and the journal, one mail. */
@Component
@ConditionalOnProperty("driftgate.mail.host")
class SmtpMailer implements Mailer {

    private static final String SYSTEM = "mail";

    private final MailServer server;
    private final Correspondence correspondence;
    private final Clock clock;
    private final Session session;

    SmtpMailer(MailServer server, Correspondence correspondence, Clock clock) {
        this.server = server;
        this.correspondence = correspondence;
        this.clock = clock;
        this.session = Session.getInstance(server.properties());
    }

    @Override
    public Delivery send(Mail mail) {
        MailAccount from = correspondence.account(mail.from());
        try (var transport = new WatchedTransport(session)) {
            MimeLetter letter = new MimeLetter(session, mail, from, clock.instant());
            Address[] envelope = {
                new InternetAddress(mail.to(), true), new InternetAddress(correspondence.journalAddress(), true)
            };
            connect(transport, from);
            return transmit(transport, letter, envelope);
        } catch (MessagingException | IOException e) {
            throw new SystemFault(SYSTEM, "compose", "mail %s: %s".formatted(mail.messageId(), e.getMessage()), e);
        }
    }

    @Override
    public void checkConnection() {
        try (var transport = new WatchedTransport(session)) {
            connect(transport, correspondence.account(null));
        } catch (MessagingException e) {
            throw new SystemFault(SYSTEM, "check", "the connection does not close: " + e.getMessage(), e);
        }
    }

    private void connect(WatchedTransport transport, MailAccount from) {
        try {
            transport.connect(server.host(), server.port(), from.user(), from.password());
        } catch (AuthenticationFailedException e) {
            String text =
                    "%s:%d refuses the log-in of %s; correct its user and password under driftgate.mail, then retry"
                            .formatted(server.host(), server.port(), from.address());
            throw new SystemFault(SYSTEM, "log in", text, e);
        } catch (MessagingException e) {
            String text = "%s:%d cannot be reached, nothing was sent: %s"
                    .formatted(server.host(), server.port(), e.getMessage());
            throw new SystemFault(SYSTEM, "connect", text, e);
        }
    }

    private static Delivery transmit(WatchedTransport transport, MimeLetter letter, Address[] envelope)
            throws MessagingException, IOException {
        try {
            transport.sendMessage(letter, envelope);
            return new Delivery.Accepted(transport.getLastServerResponse().strip(), letter.ascii());
        } catch (MessagingException failure) {
            return new SmtpAnswer(failure, transport.hasMessageEnded()).judge(envelope[0]);
        }
    }
}
