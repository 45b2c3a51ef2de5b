package org.driftgate.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.driftgate.simulator.SchwabAnswers.Problem;

/**
 * Access tokens of thirty minutes against refresh tokens that work once. The demonstration's first refresh token stands
 * for a person's log-in and always works.
 */
@Simulated
class SchwabTokens {

    static final String CLIENT = "driftgate-demo:demo-schwab-secret";
    static final String FIRST_REFRESH_TOKEN = "demo-schwab-refresh-token";
    private static final Duration LIFE = Duration.ofSeconds(1800);

    private final World world;
    private final Map<String, Instant> access = new HashMap<>();
    private final Set<String> refresh = new HashSet<>(Set.of(FIRST_REFRESH_TOKEN));

    SchwabTokens(World world) {
        this.world = world;
    }

    synchronized Response grant(Request request) {
        String basic = "Basic " + Base64.getEncoder().encodeToString(CLIENT.getBytes(StandardCharsets.UTF_8));
        if (!request.header("authorization").filter(basic::equals).isPresent())
            return Response.json(401, Map.of("error", "invalid_client"));
        Map<String, String> form = form(request.text());
        String token = form.getOrDefault("refresh_token", "");
        if (!form.getOrDefault("grant_type", "").equals("refresh_token") || !refresh.contains(token))
            return Response.json(400, Map.of("error", "invalid_grant", "error_description", "refresh token unknown"));
        if (!token.equals(FIRST_REFRESH_TOKEN)) refresh.remove(token);
        return Response.json(issue());
    }

    private Map<String, Object> issue() {
        String next = "r-" + UUID.randomUUID();
        String bearer = "a-" + UUID.randomUUID();
        refresh.add(next);
        access.values().removeIf(ends -> ends.isBefore(world.time().now()));
        access.put(bearer, world.time().now().plus(LIFE));
        return Map.of(
                "access_token",
                bearer,
                "refresh_token",
                next,
                "token_type",
                "Bearer",
                "expires_in",
                LIFE.toSeconds(),
                "scope",
                "api");
    }

    synchronized boolean admits(Request request) {
        String header = request.header("authorization").orElse("");
        Instant ends = header.startsWith("Bearer ") ? access.get(header.substring(7)) : null;
        return ends != null && world.time().now().isBefore(ends);
    }

    static Response refused() {
        return SchwabAnswers.problem(401, new Problem("SEC-0001", "Unauthorized"))
                .withHeader("www-authenticate", "Bearer error=\"invalid_token\"");
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&")) {
            int equal = pair.indexOf('=');
            if (equal > 0) form.put(decode(pair.substring(0, equal)), decode(pair.substring(equal + 1)));
        }
        return form;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
