package org.driftgate.shared;

/** One run over the firm's households, such as R20261120-1. */
public record RunId(String value) {

    public RunId {
        if (value.isBlank()) throw new IllegalArgumentException("blank run id");
    }

    @Override
    public String toString() {
        return value;
    }
}
