package org.driftgate.process;

import org.driftgate.shared.CaseId;

/** Somebody wants to do something with a case that does not wait for it; nothing was changed. */
public final class NotWaitingException extends RuntimeException {

    private final CaseId about;

    public NotWaitingException(CaseId about, String sentence) {
        super(sentence);
        this.about = about;
    }

    public CaseId about() {
        return about;
    }
}
