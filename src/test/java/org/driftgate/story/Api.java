package org.driftgate.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Speaks to the running application as a script would: HTTP Basic, JSON in and out; password equals name. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final RunningApplication application;

    Api(RunningApplication application) {
        this.application = application;
    }

    record Answer(int status, JsonNode body, Duration took) {

        JsonNode ok() {
            if (status / 100 != 2) throw new AssertionError("status " + status + ": " + body);
            return body;
        }
    }

    JsonNode get(String user, String path) {
        return call(user, "GET", application.address(path), null).ok();
    }

    Answer tryGet(String user, String path) {
        return call(user, "GET", application.address(path), null);
    }

    Answer put(String user, String path, Object body) {
        return call(user, "PUT", application.address(path), body);
    }

    Answer post(String user, String path, Object body) {
        return call(user, "POST", application.address(path), body);
    }

    Answer delete(String user, String path) {
        return call(user, "DELETE", application.address(path), null);
    }

    Answer as(String user, String password, String method, String path, @Nullable Object body) {
        return send("Basic " + encode(user + ":" + password), method, application.address(path), body);
    }

    /** A body as it stands, or none. */
    Answer send(String user, String method, String path, @Nullable String body) {
        try {
            return call(user, method, application.address(path), body == null ? null : JSON.readTree(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer simulator(String method, String path, @Nullable Object body) {
        return call(null, method, application.simulator(path), body);
    }

    /** The simulated Redtail, logged in with the demonstration's key. */
    JsonNode crm(String path) {
        URI logIn = application.simulator("/redtail/api/public/v1/authentication");
        String key = send("Basic " + encode("demo-api-key:driftgate:driftgate"), "GET", logIn, null)
                .ok()
                .get("authenticated_user")
                .get("user_key")
                .asText();
        String session = "Userkeyauth " + encode("demo-api-key:" + key);
        return send(session, "GET", application.simulator(path), null).ok();
    }

    private Answer call(@Nullable String user, String method, URI address, @Nullable Object body) {
        return send(user == null ? null : "Basic " + encode(user + ":" + user), method, address, body);
    }

    private Answer send(@Nullable String authorization, String method, URI address, @Nullable Object body) {
        var request = HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(5));
        if (authorization != null) request.header("Authorization", authorization);
        request.header("Accept", "application/json, */*;q=0.5");
        request.header("Content-Type", "application/json");
        try {
            request.method(
                    method,
                    body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)));
            long start = System.nanoTime();
            var response = client.send(request.build(), BodyHandlers.ofString());
            var took = Duration.of(System.nanoTime() - start, TimeUnit.NANOSECONDS.toChronoUnit());
            return new Answer(response.statusCode(), parse(response.body()), took);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(String body) throws IOException {
        return body.startsWith("{") || body.startsWith("[") ? JSON.readTree(body) : JSON.valueToTree(body);
    }

    private static String encode(String credentials) {
        return Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
