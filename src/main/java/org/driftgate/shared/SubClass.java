package org.driftgate.shared;

/** A part of an asset class that the firm watches on its own, such as small companies of US Equity. */
public record SubClass(String value) {

    public SubClass {
        if (value.isBlank()) throw new IllegalArgumentException("blank sub-class");
    }

    @Override
    public String toString() {
        return value;
    }
}
