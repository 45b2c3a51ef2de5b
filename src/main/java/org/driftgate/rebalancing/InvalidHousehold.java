package org.driftgate.rebalancing;

/** A household whose data contradict themselves; the message names the value and what is wrong with it. */
public final class InvalidHousehold extends IllegalArgumentException {

    private final Reason reason;

    InvalidHousehold(Reason reason, String subject) {
        super("%s: %s".formatted(reason, subject));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What can be wrong. */
    public enum Reason {
        DUPLICATE_ID,
        UNKNOWN_SYMBOL,
        UNKNOWN_CLASS,
        UNKNOWN_TAX_UNIT,
        MISSING_PRICE,
        BAD_QUANTITY,
        NEGATIVE_BASIS,
        NEGATIVE_NEED,
        WEIGHTS_DO_NOT_ADD_UP
    }
}
