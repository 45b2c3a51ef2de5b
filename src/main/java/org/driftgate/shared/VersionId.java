package org.driftgate.shared;

import java.util.UUID;

/** One immutable version of a proposal. */
public record VersionId(UUID value) {

    public static VersionId random() {
        return new VersionId(UUID.randomUUID());
    }

    public static VersionId parse(String value) {
        return new VersionId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
