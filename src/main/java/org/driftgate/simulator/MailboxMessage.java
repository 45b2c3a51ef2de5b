package org.driftgate.simulator;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A kept message, read from its file: one for each recipient of the envelope. */
final class MailboxMessage {

    static final String DELIVERED_TO = "Delivered-To";
    private final int id;
    private final byte[] bytes;
    private final MimeMessage mime;

    MailboxMessage(int id, byte[] bytes) {
        this.id = id;
        this.bytes = bytes.clone();
        this.mime = parse(bytes);
    }

    /** What lists show of a message. */
    record Summary(int id, String deliveredTo, String from, String to, String subject, String date, String messageId) {}

    Summary summary() {
        return new Summary(
                id,
                header(DELIVERED_TO),
                decoded("From"),
                decoded("To"),
                decoded("Subject"),
                header("Date"),
                header("Message-ID"));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    List<String> headers() {
        return asking(() -> Collections.list(mime.getAllHeaderLines()));
    }

    Optional<String> html() {
        return content("text/html");
    }

    Optional<String> text() {
        return content("text/plain");
    }

    private Optional<String> content(String type) {
        return asking(() -> find(mime, type));
    }

    private static Optional<String> find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) return Optional.of(part.getContent().toString());
        if (!(part.getContent() instanceof MimeMultipart parts)) return Optional.empty();
        for (int i = 0; i < parts.getCount(); i++) {
            Optional<String> content = find(parts.getBodyPart(i), type);
            if (content.isPresent()) return content;
        }
        return Optional.empty();
    }

    private String decoded(String name) {
        return asking(() -> MimeUtility.decodeText(MimeUtility.unfold(header(name))));
    }

    private String header(String name) {
        return asking(() -> Optional.ofNullable(mime.getHeader(name, null)).orElse(""));
    }

    private static MimeMessage parse(byte[] bytes) {
        return asking(() -> new MimeMessage(null, new ByteArrayInputStream(bytes)));
    }

    private interface Question<T> {
        T ask() throws MessagingException, IOException;
    }

    private static <T> T asking(Question<T> question) {
        try {
            return question.ask();
        } catch (MessagingException e) {
            throw new IllegalArgumentException("not a readable message", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
