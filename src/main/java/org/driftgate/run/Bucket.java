package org.driftgate.run;

/** Where a household of a run ended up after measuring; every household in scope is in exactly one. */
public enum Bucket {
    OUT_OF_BAND("Outside its band"),
    WITHIN_BAND("Inside its band"),
    SET_ASIDE("Set aside"),
    NO_TARGET("No target assigned"),
    UNABLE_TO_CHECK("Unable to check"),
    ALREADY_OPEN("Already open in an earlier run");

    private final String label;

    Bucket(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
