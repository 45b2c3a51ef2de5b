package org.driftgate.notification;

import org.driftgate.household.Household.Recipient;
import org.driftgate.notification.Letter.Addressee;
import org.springframework.stereotype.Component;

/** Writes the letter to one recipient from the approved template. */
@Component
class WriteClientNotice {

    private final ComposeClientNotice compose;
    private final LetterTemplates templates;
    private final LetterPrinter printer;
    private final Correspondence correspondence;
    private final MessageIds ids;

    WriteClientNotice(
            ComposeClientNotice compose,
            LetterTemplates templates,
            LetterPrinter printer,
            Correspondence correspondence,
            MessageIds ids) {
        this.compose = compose;
        this.templates = templates;
        this.printer = printer;
        this.correspondence = correspondence;
        this.ids = ids;
    }

    /** {@code number} tells the recipients of a household apart, counted from one. */
    Letter to(ClientNoticeFacts known, int number, Recipient recipient) {
        LetterTemplate template =
                templates.approved(LetterTemplates.CLIENT_NOTICE, correspondence.clientNoticeVersion());
        return Letter.ofCase(
                        ids.of(known.about(), "notice-" + number),
                        MailKind.CLIENT_NOTICE,
                        known.about(),
                        new Addressee(recipient.name(), recipient.email()),
                        printer.print(template, compose.compose(known, recipient.name())))
                .from(known.adviser());
    }
}
