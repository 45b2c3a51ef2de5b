package org.driftgate.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of a client letter as its files stand now, whether letters are written from it, and who approved it. */
public record TemplateState(
        String name,
        String version,
        String sha256,
        String text,
        String html,
        boolean inUse,
        @Nullable Approval approval) {

    public record Approval(String by, Instant at) {}
}
