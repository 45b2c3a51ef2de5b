package org.driftgate.rebalancing;

import java.util.List;

/** A household whose data contradict themselves; the message names what is wrong with which values. */
public final class InvalidHousehold extends IllegalArgumentException {

    private final transient List<DataFault> faults;

    InvalidHousehold(List<DataFault> faults) {
        super(String.join("; ", faults.stream().map(DataFault::sentence).toList()));
        this.faults = List.copyOf(faults);
    }

    /** Of the first fault. */
    public Reason reason() {
        return faults.get(0).rule();
    }

    public List<DataFault> faults() {
        return faults;
    }

    /** What can be wrong. */
    public enum Reason {
        DUPLICATE_ID,
        UNKNOWN_SYMBOL,
        UNKNOWN_CLASS,
        UNKNOWN_TAX_UNIT,
        UNKNOWN_ACCOUNT,
        MISSING_PRICE,
        BAD_QUANTITY,
        BAD_AMOUNT,
        BAD_COST,
        BAD_RATE,
        BAD_LIMIT,
        NEGATIVE_BASIS,
        NEGATIVE_NEED,
        BOUGHT_LATER,
        BAND_REVERSED,
        BAD_DRIFT_PRICE,
        CLASSES_IN_A_CIRCLE,
        CALL_WITHOUT_SOURCE,
        CALL_ON_ITS_RECEIVER,
        WEIGHTS_DO_NOT_ADD_UP
    }
}
