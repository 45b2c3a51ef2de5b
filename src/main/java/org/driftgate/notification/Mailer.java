package org.driftgate.notification;

import org.driftgate.shared.AdviserId;
import org.jspecify.annotations.Nullable;

/** Sends mail. The same message id is never sent twice by a careful caller: it looks at its own rows first. */
public interface Mailer {

    /** A {@link org.driftgate.shared.SystemFault} means that surely nothing was accepted, so that sending again is safe. */
    Delivery send(Mail mail);

    void checkConnection();

    /** {@code from} null means the firm's own address; a journal copy goes with every mail. */
    record Mail(
            String messageId,
            @Nullable AdviserId from,
            String toName,
            String to,
            String subject,
            String text,
            String html) {

        public Mail {
            if (!EmailAddress.isAcceptable(to)) throw new IllegalArgumentException("not an e-mail address: " + to);
            for (String header : new String[] {messageId, toName, subject})
                if (!OneLine.is(header)) throw new IllegalArgumentException("control character in: " + header);
        }
    }

    /** What became of a mail. */
    sealed interface Delivery {

        /** {@code serverReply} is the server's last word, {@code mime} the mail as it left, in ASCII. */
        record Accepted(String serverReply, String mime) implements Delivery {}

        /** The server will not take a mail for this recipient, however often it is sent. */
        record Refused(String serverReply) implements Delivery {}

        /** The whole mail went out and no answer came: it may have been delivered. */
        record InDoubt(String whatHappened) implements Delivery {}
    }
}
