package org.driftgate.shared;

/** One purchase, with its date and cost. */
public record LotId(String value) {

    public LotId {
        if (value.isBlank()) throw new IllegalArgumentException("blank lot id");
    }

    @Override
    public String toString() {
        return value;
    }
}
