package org.driftgate.simulator;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every message that the simulated mail server took, as {@code .eml} files in the data folder. */
@Simulated
class Mailbox {

    private static final String SUFFIX = ".eml";

    private final Path folder;
    private final List<MailboxMessage.Summary> index = new ArrayList<>();

    Mailbox(FirmSettings settings) {
        this.folder = settings.data().resolve("mailbox");
        files().forEach(file -> index.add(read(file).summary()));
    }

    /** One file for each recipient of the envelope; the journal copy is one of them. */
    synchronized void keep(MovingMessage message) {
        for (MailAddress recipient : message.getToAddresses()) keep(bytes(message, recipient.getEmail()));
    }

    /** Newest first. */
    synchronized List<MailboxMessage.Summary> newestFirst() {
        List<MailboxMessage.Summary> all = new ArrayList<>(index);
        java.util.Collections.reverse(all);
        return all;
    }

    synchronized Optional<MailboxMessage> message(int id) {
        Path file = file(id);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private void keep(byte[] bytes) {
        try {
            int id = index.isEmpty() ? 1 : index.get(index.size() - 1).id() + 1;
            Files.createDirectories(folder);
            Files.write(file(id), bytes);
            index.add(new MailboxMessage(id, bytes).summary());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a message in " + folder, e);
        }
    }

    private static byte[] bytes(MovingMessage message, String recipient) {
        var bytes = new ByteArrayOutputStream();
        String envelope = "%s: %s\r\n".formatted(MailboxMessage.DELIVERED_TO, recipient);
        try {
            bytes.writeBytes(envelope.getBytes(StandardCharsets.US_ASCII));
            message.getMessage().writeTo(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("a message that cannot be written", e);
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private Path file(int id) {
        return folder.resolve("%08d%s".formatted(id, SUFFIX));
    }

    private static MailboxMessage read(Path file) {
        try {
            String name = file.getFileName().toString();
            int id = Integer.parseInt(name.substring(0, name.length() - SUFFIX.length()));
            return new MailboxMessage(id, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
