package org.driftgate.notification;

import org.springframework.stereotype.Component;

/** Message ids that a repeated job finds again: {@code <R20261120-1.H000042.notice-1@driftgate.local>}. */
@Component
class MessageIds {

    private final Correspondence correspondence;

    MessageIds(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    String of(Object subject, String purpose) {
        return "<%s.%s@%s>".formatted(safe(subject.toString()), safe(purpose), correspondence.messageIdDomain());
    }

    /** Ids come from outside; what RFC 5322 does not allow is replaced, and a hash keeps such ids apart. */
    private static String safe(String id) {
        String safe = id.replaceAll("[^A-Za-z0-9.-]", "-").replaceAll("\\.{2,}|^\\.|\\.$", "-");
        return safe.equals(id) ? id : safe + "-" + LetterTemplate.sha256(id).substring(0, 8);
    }
}
