package org.driftgate.shared;

/** A household, as the portfolio source names it. */
public record HouseholdId(String value) {

    public HouseholdId {
        if (value.isBlank()) throw new IllegalArgumentException("blank household id");
    }

    @Override
    public String toString() {
        return value;
    }
}
