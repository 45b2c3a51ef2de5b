package org.driftgate.simulator;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** A real SMTP server whose every recipient is our mailbox. An account logs in with its name as password. */
@Simulated
class MailboxServer implements SmartLifecycle {

    private static final long START_MILLISECONDS = 10_000;

    private final int requestedPort;
    private final MailboxSmtp smtp;
    private @Nullable SmtpServer server;

    MailboxServer(MailboxSettings settings, Mailbox mailbox, Faults faults) {
        this.requestedPort = settings.smtp();
        this.smtp = new MailboxSmtp(mailbox, faults, new NameIsPassword());
    }

    @Override
    public void start() {
        var setup = new ServerSetup(requestedPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        var starting = new SmtpServer(setup, new OneMailbox());
        starting.setDaemon(true);
        starting.startService();
        await(starting);
        server = starting;
    }

    @Override
    public void stop() {
        if (server != null) server.stopService();
        server = null;
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /** With the other simulators: before and after everything that writes mail. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }

    int port() {
        return Objects.requireNonNull(server, "the mail server is not running").getPort();
    }

    private void await(SmtpServer starting) {
        try {
            if (!starting.waitTillRunning(START_MILLISECONDS))
                throw new IllegalStateException("the mail server cannot listen on port " + requestedPort);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private final class OneMailbox extends Managers {

        @Override
        public SmtpManager getSmtpManager() {
            return smtp;
        }
    }

    private static final class NameIsPassword extends UserManager {

        private NameIsPassword() {
            super(nobodyReadsOverImap());
        }

        /** The library wants it, although nobody asks for it when only SMTP runs. */
        private static ImapHostManager nobodyReadsOverImap() {
            return new Managers().getImapHostManager();
        }

        @Override
        public boolean test(String user, String password) {
            return !user.isBlank() && user.equals(password);
        }
    }
}
