package org.driftgate.process.engine.guard;

import java.util.Locale;

/** What a deployed file is, by the end of its name; the engine goes by the same ends. */
enum ResourceKind {
    MODEL,
    DECISION,
    PLAIN_FORM,
    SCRIPTED_FORM,
    UNKNOWN;

    static ResourceKind of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml")) return MODEL;
        if (name.endsWith(".dmn") || name.endsWith(".dmn11.xml")) return DECISION;
        if (name.endsWith(".form")) return PLAIN_FORM;
        return lower.endsWith(".html") ? SCRIPTED_FORM : UNKNOWN;
    }

    static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
