package org.driftgate.notification;

import org.driftgate.notification.LetterPrinter.Printed;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.RunId;
import org.jspecify.annotations.Nullable;

/** A mail about to be sent, under an id that stays the same however often its job repeats. */
record Letter(
        String messageId,
        MailKind kind,
        @Nullable RunId run,
        @Nullable CaseId about,
        @Nullable AdviserId from,
        Addressee to,
        Printed printed) {

    /** Names are client data and become one line; addresses must be acceptable before they get here. */
    record Addressee(String name, String address) {

        Addressee {
            name = OneLine.of(name);
        }
    }

    static Letter ofCase(String messageId, MailKind kind, CaseId about, Addressee to, Printed printed) {
        return new Letter(messageId, kind, about.run(), about, null, to, printed);
    }

    static Letter ofRun(String messageId, MailKind kind, RunId run, Addressee to, Printed printed) {
        return new Letter(messageId, kind, run, null, null, to, printed);
    }

    static Letter ofFirm(String messageId, MailKind kind, Addressee to, Printed printed) {
        return new Letter(messageId, kind, null, null, null, to, printed);
    }

    Letter from(AdviserId adviser) {
        return new Letter(messageId, kind, run, about, adviser, to, printed);
    }
}
