package org.driftgate.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Orion's and Eclipse's log-in: Basic credentials for a token, and {@code Session <token>} on every later call. */
final class OrionTokens {

    static final String USER = "driftgate";
    static final String PASSWORD = "demo";
    private static final Duration LIFE = Duration.ofSeconds(36_000);
    private static final String SCHEME = "Session ";

    private final WorldTime time;
    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

    OrionTokens(WorldTime time) {
        this.time = time;
    }

    Response login(Request request) {
        if (!request.header("authorization").filter(OrionTokens::isRight).isPresent())
            return Response.message(401, "Invalid login credentials.");
        return Response.json(Map.of("access_token", issue(), "expires_in", LIFE.toSeconds()));
    }

    /** Eclipse takes the Orion session and answers with a token of its own. */
    Response loginToEclipse(Request request) {
        if (!isValid(request)) return Response.message(401, "Invalid Authorization Header");
        return Response.json(Map.of(
                "eclipse_access_token", issue(),
                "orion_access_token", request.header("authorization").orElse("").substring(SCHEME.length()),
                "expires_in", LIFE.toSeconds()));
    }

    boolean isValid(Request request) {
        String header = request.header("authorization").orElse("");
        if (!header.startsWith(SCHEME)) return false;
        Instant expiry = expiries.get(header.substring(SCHEME.length()));
        return expiry != null && time.now().isBefore(expiry);
    }

    private String issue() {
        String token = UUID.randomUUID().toString();
        expiries.put(token, time.now().plus(LIFE));
        return token;
    }

    private static boolean isRight(String header) {
        String credentials = USER + ":" + PASSWORD;
        String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return header.equals("Basic " + encoded);
    }
}
