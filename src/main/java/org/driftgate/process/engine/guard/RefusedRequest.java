package org.driftgate.process.engine.guard;

import org.camunda.bpm.engine.BadUserRequestException;

/** A request that the guards refuse; the message says what to do instead, the status is what an HTTP caller is told. */
public final class RefusedRequest extends BadUserRequestException {

    private static final long serialVersionUID = 1L;
    private static final int FORBIDDEN = 400;
    private static final int CONFLICT = 409;

    private final int status;

    private RefusedRequest(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    /** Never allowed like this. */
    public static RefusedRequest never(String sentence) {
        return new RefusedRequest(FORBIDDEN, sentence);
    }

    /** Allowed once something else has been done, for example a decision recorded. */
    public static RefusedRequest notYet(String sentence) {
        return new RefusedRequest(CONFLICT, sentence);
    }

    int status() {
        return status;
    }
}
