package org.driftgate.notification;

import org.driftgate.shared.AdviserId;
import org.jspecify.annotations.Nullable;

/** Sends mail. The same message id is never sent twice by a careful caller: it looks at its own rows first. */
public interface Mailer {

    /** Sends and returns the server's final reply; a {@link org.driftgate.shared.SystemFault} when it did not accept. */
    Receipt send(Mail mail);

    void checkConnection();

    /** {@code from} null means the firm's own address; a journal copy goes with every mail. */
    record Mail(
            String messageId,
            @Nullable AdviserId from,
            String toName,
            String to,
            String subject,
            String text,
            String html) {}

    record Receipt(String messageId, String serverReply) {}
}
