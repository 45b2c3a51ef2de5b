package org.driftgate.run;

/** Where a case stands; closed states are final. */
public enum CaseState {
    OPENED("Opened", false),
    HANDLING_MANUALLY("Handled by the adviser", false),
    PROPOSING("Proposal being made", false),
    IN_REVIEW("In review", false),
    WITH_ADVISER("Question to the adviser", false),
    HELD("Held", false),
    IN_TAX_REVIEW("In tax review", false),
    AWAITING_CONSENT("Awaiting client consent", false),
    WAITING_FOR_RELEASE("Waiting for release", false),
    EXECUTING("Executing", false),
    EXCEPTION("Execution exception", false),
    BREAK("Break to be explained", false),
    NOTIFYING("Client being told", false),
    NOTIFIED("Client told", true),
    DECLINED("Declined", true),
    CONSENT_REFUSED("Client refused", true),
    HANDLED_MANUALLY("Handled by hand", true),
    CLOSED_WITHOUT_TRADES("Closed without trades", true),
    SET_ASIDE("Set aside", true);

    private final String label;
    private final boolean closed;

    CaseState(String label, boolean closed) {
        this.label = label;
        this.closed = closed;
    }

    public String label() {
        return label;
    }

    public boolean isClosed() {
        return closed;
    }
}
