package org.driftgate.adapter.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Knows whether the end of the message went out: before that the server cannot have accepted it. */
final class WatchedTransport extends SMTPTransport {

    private boolean messageEnded;

    WatchedTransport(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    boolean hasMessageEnded() {
        return messageEnded;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        messageEnded = true;
        super.finishData();
    }
}
