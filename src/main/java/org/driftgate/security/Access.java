package org.driftgate.security;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer that disclosed something about households, or refused to. {@code session} is the SHA-256 of the session's id
 * and missing for scripts; {@code refused} names cases that were asked for and not shown.
 */
public record Access(
        long id,
        Instant at,
        @Nullable String session,
        String person,
        String method,
        String path,
        int status,
        List<String> cases,
        List<String> households,
        List<String> refused) {}
