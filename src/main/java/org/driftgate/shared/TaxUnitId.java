package org.driftgate.shared;

/** Those who file one tax return together. */
public record TaxUnitId(String value) {

    public TaxUnitId {
        if (value.isBlank()) throw new IllegalArgumentException("blank tax unit id");
    }

    @Override
    public String toString() {
        return value;
    }
}
