package org.driftgate.platform;

/** The application must not start as it is set up; carries what is wrong and what to do. */
final class RefusedToStart extends RuntimeException {

    private final String action;

    RefusedToStart(String reason, String action) {
        super(reason);
        this.action = action;
    }

    RefusedToStart(String reason, String action, Throwable cause) {
        super(reason, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
