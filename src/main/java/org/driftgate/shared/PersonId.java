package org.driftgate.shared;

/** Somebody who logs in and decides. */
public record PersonId(String value) {

    public PersonId {
        if (value.isBlank()) throw new IllegalArgumentException("blank person id");
    }

    @Override
    public String toString() {
        return value;
    }
}
