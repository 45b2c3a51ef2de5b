package org.driftgate.adapter.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.driftgate.notification.Correspondence.MailAccount;
import org.driftgate.notification.Mailer.Mail;

/** A mail in MIME: plain text and HTML as alternatives, both quoted-printable, so that every byte is ASCII. */
final class MimeLetter extends MimeMessage {

    private static final String UTF_8 = "UTF-8";
    private final String messageId;

    MimeLetter(Session session, Mail mail, MailAccount from, Instant date) throws MessagingException {
        super(session);
        this.messageId = mail.messageId();
        setFrom(address(from.address(), from.name()));
        setReplyTo(new InternetAddress[] {address(from.address(), from.name())});
        setRecipient(RecipientType.TO, address(mail.to(), mail.toName()));
        setSubject(mail.subject(), UTF_8);
        setSentDate(Date.from(date));
        var alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(mail.text(), "plain"));
        alternatives.addBodyPart(part(mail.html(), "html"));
        setContent(alternatives);
        saveChanges();
    }

    /** The library would put an id of its own here. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    String ascii() throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        writeTo(bytes);
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    static InternetAddress address(String address, String name) throws MessagingException {
        try {
            var strict = new InternetAddress(address, true);
            strict.setPersonal(name, UTF_8);
            return strict;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("no UTF-8", e);
        }
    }
}
