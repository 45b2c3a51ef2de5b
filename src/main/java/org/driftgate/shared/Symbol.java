package org.driftgate.shared;

/** A ticker symbol. */
public record Symbol(String value) {

    public Symbol {
        if (value.isBlank()) throw new IllegalArgumentException("blank symbol");
    }

    @Override
    public String toString() {
        return value;
    }
}
