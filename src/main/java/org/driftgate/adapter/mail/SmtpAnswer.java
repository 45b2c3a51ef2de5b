package org.driftgate.adapter.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import java.util.Optional;
import org.driftgate.notification.Mailer.Delivery;
import org.driftgate.shared.SystemFault;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * What a failed transmission means. RFC 5321: 4xx may succeed later, 5xx never will; without a reply after the end of the
 * message nobody knows.
 */
record SmtpAnswer(MessagingException failure, boolean messageEnded) {

    Delivery judge(Address recipient) {
        Optional<SMTPAddressFailedException> refused = refused(recipient);
        if (refused.isPresent() && isPermanent(refused.get().getReturnCode()))
            return new Delivery.Refused(text(refused.get()));
        if (messageEnded && !isReply(code()))
            return new Delivery.InDoubt("no answer after the whole message was sent: " + text(failure));
        throw new SystemFault("mail", "send", "the server did not take the mail: " + causes(), failure);
    }

    private Optional<SMTPAddressFailedException> refused(Address recipient) {
        for (Exception e = failure; e instanceof MessagingException nested; e = nested.getNextException())
            if (nested instanceof SMTPAddressFailedException address
                    && address.getAddress().equals(recipient)) return Optional.of(address);
        return Optional.empty();
    }

    private int code() {
        return failure instanceof SMTPSendFailedException reply ? reply.getReturnCode() : -1;
    }

    private String causes() {
        StringBuilder text = new StringBuilder(text(failure));
        for (Exception e = failure.getNextException();
                e instanceof MessagingException nested;
                e = nested.getNextException()) text.append("; ").append(text(nested));
        return text.toString();
    }

    private static boolean isReply(int code) {
        return code >= 400 && code < 600;
    }

    private static boolean isPermanent(int code) {
        return code >= 500 && code < 600;
    }

    private static String text(Exception e) {
        return String.valueOf(e.getMessage()).strip();
    }
}
