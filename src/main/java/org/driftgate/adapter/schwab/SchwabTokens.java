package org.driftgate.adapter.schwab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The access token, renewed one caller at a time: the refresh token changes with every renewal, and a second renewal with
 * the old one would lose the connection.
 */
final class SchwabTokens {

    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final String OPERATION = "renew the access token";

    private final URI base;
    private final SchwabSettings settings;
    private final TokenFile file;
    private final SchwabWire wire;
    private final ObjectMapper json;
    private final Clock clock;
    private @Nullable String access;
    private Instant ends = Instant.MIN;

    SchwabTokens(URI base, SchwabSettings settings, TokenFile file, SchwabWire wire, ObjectMapper json, Clock clock) {
        this.base = base;
        this.settings = settings;
        this.file = file;
        this.wire = wire;
        this.json = json;
        this.clock = clock;
    }

    synchronized String current() {
        String token = access;
        if (token != null && clock.instant().isBefore(ends.minus(MARGIN))) return token;
        return renew();
    }

    /** Forgets a token that was refused, unless another caller has renewed it meanwhile. */
    synchronized void refused(String token) {
        if (token.equals(access)) access = null;
    }

    /** A stored token that is not known any more gives way to the one of the settings, which is of a newer log-in. */
    private String renew() {
        String stored = file.read().orElse(settings.refreshToken());
        try {
            return renew(stored);
        } catch (SchwabFault unknown) {
            if (unknown.mayHaveActed() || stored.equals(settings.refreshToken())) throw unknown;
            return renew(settings.refreshToken());
        }
    }

    private String renew(String refreshToken) {
        String form =
                "grant_type=refresh_token&refresh_token=" + URLEncoder.encode(refreshToken, StandardCharsets.UTF_8);
        String client = settings.clientId() + ":" + settings.clientSecret();
        byte[] answer = wire.send(
                OPERATION,
                HttpRequest.newBuilder(URI.create(base + "/v1/oauth/token"))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        return keep(read(answer), refreshToken);
    }

    /** A reply without a refresh token means that the old one stays. */
    private String keep(JsonNode reply, String old) {
        String token = reply.path("access_token").asText("");
        if (token.isEmpty()) throw SchwabFault.inDoubt(OPERATION, "the reply has no access token");
        file.write(reply.path("refresh_token").asText(old));
        access = token;
        ends = clock.instant().plusSeconds(reply.path("expires_in").asLong(1800));
        return token;
    }

    private JsonNode read(byte[] answer) {
        try {
            return json.readTree(answer);
        } catch (IOException e) {
            throw SchwabFault.inDoubt(OPERATION, "the reply is not JSON", e);
        }
    }
}
