package org.driftgate.simulator;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.UserManager;
import org.jspecify.annotations.Nullable;

/**
 * What the simulated mail server does with senders, recipients and messages. Fault switches of {@code mail}, their path being
 * part of the recipient's address: REJECT is a 550 to the recipient, SERVER_ERROR a 451 after the message, and
 * TIMEOUT_AFTER_ACCEPT keeps the message and answers too late.
 */
final class MailboxSmtp extends SmtpManager {

    private static final String SYSTEM = "mail";
    private static final int LATE_MILLISECONDS = 60_000;

    private final Mailbox mailbox;
    private final Faults faults;

    MailboxSmtp(Mailbox mailbox, Faults faults, UserManager users) {
        super(users.getImapHostManager(), users);
        this.mailbox = mailbox;
        this.faults = faults;
    }

    @Override
    public @Nullable String checkSender(SmtpState state, MailAddress sender) {
        return state.getMessage().getAuthenticationState() == null ? "530 5.7.0 Authentication required" : null;
    }

    @Override
    public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
        faults.take(SYSTEM, recipient.getEmail(), FaultKind.LATENCY).ifPresent(fault -> pause(fault.number(1000)));
        return faults.take(SYSTEM, recipient.getEmail(), FaultKind.REJECT)
                .map(fault -> fault.value().isBlank() ? "550 5.1.1 No such mailbox" : fault.value())
                .orElse(null);
    }

    @Override
    public @Nullable String checkData(SmtpState state) {
        return take(state, FaultKind.SERVER_ERROR) == null ? null : "451 4.3.0 Simulated local error, try again later";
    }

    @Override
    public void send(SmtpState state) {
        mailbox.keep(state.getMessage());
        Fault late = take(state, FaultKind.TIMEOUT_AFTER_ACCEPT);
        if (late != null) pause(late.number(LATE_MILLISECONDS));
    }

    private @Nullable Fault take(SmtpState state, FaultKind kind) {
        MovingMessage message = state.getMessage();
        for (MailAddress recipient : message.getToAddresses()) {
            var fault = faults.take(SYSTEM, recipient.getEmail(), kind);
            if (fault.isPresent()) return fault.get();
        }
        return null;
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
