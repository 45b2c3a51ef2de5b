package org.driftgate.notification;

import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.household.Household.Recipient;
import org.driftgate.notification.Mailer.Delivery;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes to every recipient of the household from the adviser's own address, once each. */
@Component
public class NotifyClient {

    private final CaseFacts facts;
    private final WriteClientNotice write;
    private final PostOffice post;
    private final MailLedger ledger;
    private final Notices notices;
    private final SuppressNotice suppress;
    private final AuditLog audit;
    private final DriftToNotice timer;

    NotifyClient(
            CaseFacts facts,
            WriteClientNotice write,
            PostOffice post,
            MailLedger ledger,
            Notices notices,
            SuppressNotice suppress,
            AuditLog audit,
            DriftToNotice timer) {
        this.facts = facts;
        this.write = write;
        this.post = post;
        this.ledger = ledger;
        this.notices = notices;
        this.suppress = suppress;
        this.audit = audit;
        this.timer = timer;
    }

    /** Nobody is left out silently: who cannot be written to is recorded with the reason, and the adviser is told. */
    @Transactional
    public void forCase(CaseId about) {
        tell(facts.of(about));
    }

    private void tell(ClientNoticeFacts known) {
        List<Recipient> recipients = known.household().recipients();
        if (recipients.isEmpty()) suppress.recipient(known, 0, "the household", "it has no recipient for notices");
        for (int number = 1; number <= recipients.size(); number++) tell(known, number, recipients.get(number - 1));
    }

    private void tell(ClientNoticeFacts known, int number, Recipient recipient) {
        if (EmailAddress.isAcceptable(recipient.email())) {
            send(known, number, recipient);
            return;
        }
        String reason = recipient.email().isBlank()
                ? "has no e-mail address"
                : "has an e-mail address that is not acceptable: " + OneLine.of(recipient.email());
        suppress.recipient(known, number, recipient.name(), reason);
    }

    private void send(ClientNoticeFacts known, int number, Recipient recipient) {
        Letter letter = write.to(known, number, recipient);
        Delivery delivery = post.send(letter);
        if (delivery instanceof Delivery.Accepted accepted) record(known, number, letter, accepted);
        if (delivery instanceof Delivery.Refused refused)
            suppress.recipient(known, number, recipient.name(), "refused by the mail server: " + refused.serverReply());
        if (delivery instanceof Delivery.InDoubt doubt)
            suppress.recipient(known, number, recipient.name(), inDoubt(letter, doubt));
    }

    private void record(ClientNoticeFacts known, int number, Letter letter, Delivery.Accepted accepted) {
        if (!ledger.recordOnce(letter.messageId())) return;
        notices.keep(letter, known.about(), number, !known.trades().isComplete());
        LetterTemplate template = letter.printed().template();
        audit.append(AuditEntry.ofCase(
                        AuditEvent.CLIENT_NOTIFIED,
                        known.about(),
                        Map.of(
                                "messageId", letter.messageId(),
                                "recipient", letter.to().address(),
                                "serverReply", accepted.serverReply(),
                                "template", template.name() + " " + template.version(),
                                "templateHash", template.sha256(),
                                "partlyCompleted", !known.trades().isComplete()))
                .from(LetterTemplate.sha256(accepted.mime())));
        timer.record(known.about());
    }

    private static String inDoubt(Letter letter, Delivery.InDoubt doubt) {
        return "the letter %s may or may not have gone (%s); look for its journal copy before writing again"
                .formatted(letter.messageId(), doubt.whatHappened());
    }
}
