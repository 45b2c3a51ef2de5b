package org.driftgate.platform;

import java.io.ObjectInputFilter;

/** Java's own serialization may make the platform's basic classes and nothing else, in the whole process. */
public final class Deserialization {

    static final ObjectInputFilter FILTER = ObjectInputFilter.Config.createFilter(
            "maxdepth=20;maxrefs=100000;maxarray=1000000;maxbytes=20000000;java.base/*;!*");

    private Deserialization() {}

    /** A filter named with {@code -Djdk.serialFilter} stays. */
    public static void bound() {
        if (ObjectInputFilter.Config.getSerialFilter() == null) ObjectInputFilter.Config.setSerialFilter(FILTER);
    }
}
