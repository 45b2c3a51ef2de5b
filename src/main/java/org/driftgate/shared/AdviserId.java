package org.driftgate.shared;

/** The adviser who is responsible for a household. */
public record AdviserId(String value) {

    public AdviserId {
        if (value.isBlank()) throw new IllegalArgumentException("blank adviser id");
    }

    @Override
    public String toString() {
        return value;
    }
}
