package org.driftgate.notification;

import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.notification.Correspondence.MailAccount;
import org.driftgate.notification.Letter.Addressee;
import org.driftgate.notification.Mailer.Delivery;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.RunId;
import org.driftgate.shared.SystemFault;
import org.springframework.stereotype.Component;

/** Mail inside the firm, from the firm's own address. */
@Component
class InternalMail {

    private final LetterTemplates templates;
    private final LetterPrinter printer;
    private final Correspondence correspondence;
    private final MessageIds ids;
    private final PostOffice post;
    private final MailLedger ledger;
    private final AuditLog audit;

    InternalMail(
            LetterTemplates templates,
            LetterPrinter printer,
            Correspondence correspondence,
            MessageIds ids,
            PostOffice post,
            MailLedger ledger,
            AuditLog audit) {
        this.templates = templates;
        this.printer = printer;
        this.correspondence = correspondence;
        this.ids = ids;
        this.post = post;
        this.ledger = ledger;
        this.audit = audit;
    }

    Letter toAdviser(CaseId about, AdviserId adviser, MailKind kind, String purpose, Object facts) {
        return aboutCase(about, adviser(adviser), kind, purpose, facts);
    }

    Letter aboutCase(CaseId about, Addressee to, MailKind kind, String purpose, Object facts) {
        return send(Letter.ofCase(ids.of(about, purpose), kind, about, to, print(kind, facts)));
    }

    Letter aboutRun(RunId run, Addressee to, MailKind kind, String purpose, Object facts) {
        return send(Letter.ofRun(ids.of(run, purpose), kind, run, to, print(kind, facts)));
    }

    /** Of no run and no case. */
    Letter aboutFirm(Addressee to, MailKind kind, String purpose, Object facts) {
        return send(Letter.ofFirm(ids.of("firm", purpose), kind, to, print(kind, facts)));
    }

    Addressee adviser(AdviserId adviser) {
        MailAccount account = correspondence.account(adviser);
        return new Addressee(account.name(), account.address());
    }

    /** Appends the entry about a mail, once though its job repeats. */
    void record(AuditEvent event, Letter letter) {
        if (!ledger.recordOnce(letter.messageId())) return;
        Map<String, String> facts = Map.of(
                "messageId", letter.messageId(),
                "recipient", letter.to().address(),
                "subject", letter.printed().subject(),
                "serverReply", reply(letter));
        audit.append(new AuditEntry(event, AuditEntry.SYSTEM, letter.run(), letter.about(), facts, null));
    }

    private Letter send(Letter letter) {
        if (!EmailAddress.isAcceptable(letter.to().address()))
            throw new SystemFault(
                    "mail",
                    "address book",
                    "'%s' is not an acceptable e-mail address for %s; correct driftgate.mail, then retry the job"
                            .formatted(
                                    OneLine.of(letter.to().address()),
                                    letter.to().name()));
        post.send(letter);
        return letter;
    }

    private LetterPrinter.Printed print(MailKind kind, Object facts) {
        return printer.print(templates.load(kind.template(), "v1"), facts);
    }

    private String reply(Letter letter) {
        return ledger.outcome(letter.messageId())
                .map(delivery -> delivery instanceof Delivery.Accepted accepted ? accepted.serverReply() : "none")
                .orElse("none");
    }
}
