package org.driftgate.shared;

/** A custody account. */
public record AccountId(String value) {

    public AccountId {
        if (value.isBlank()) throw new IllegalArgumentException("blank account id");
    }

    @Override
    public String toString() {
        return value;
    }
}
