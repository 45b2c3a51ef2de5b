package org.driftgate.shared;

/** An asset class of the firm, such as US Equity. */
public record AssetClass(String value) {

    public AssetClass {
        if (value.isBlank()) throw new IllegalArgumentException("blank asset class");
    }

    @Override
    public String toString() {
        return value;
    }
}
