package org.driftgate.adapter.redtail;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.driftgate.shared.SystemFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestBodySpec;
import org.springframework.web.client.RestClientResponseException;

/** Redtail's REST interface: log-in in two steps, paced, with time-outs and a circuit breaker. */
final class RedtailApi {

    static final String SYSTEM = "Redtail";

    private final RedtailSettings settings;
    private final URI base;
    private final RestClient http;
    private final Pace pace;
    private final CircuitBreaker breaker;
    private volatile @Nullable String userKey;

    RedtailApi(RedtailSettings settings) {
        this.settings = settings;
        this.base = Objects.requireNonNull(settings.baseUrl(), "driftgate.redtail.base-url is not set");
        this.http = RestClient.builder().requestFactory(requests(settings)).build();
        this.pace = new Pace(settings.requestsPerSecond());
        this.breaker = CircuitBreaker.of(SYSTEM, breaking(settings));
    }

    JsonNode get(String operation, String path) {
        return loggedIn(operation, HttpMethod.GET, path, null);
    }

    JsonNode post(String operation, String path, Object body) {
        return loggedIn(operation, HttpMethod.POST, path, body);
    }

    /** Forgets the key and logs in anew. */
    void logIn() {
        String credentials = "%s:%s:%s".formatted(settings.apiKey(), settings.user(), settings.password());
        JsonNode answer = guarded("log in", HttpMethod.GET, "/authentication", "Basic " + base64(credentials), null);
        String key = answer.path("authenticated_user").path("user_key").asText();
        if (key.isBlank()) throw new SystemFault(SYSTEM, "log in", "the answer holds no user key; retrying is safe");
        userKey = key;
    }

    private JsonNode loggedIn(String operation, HttpMethod method, String path, @Nullable Object body) {
        if (userKey == null) logIn();
        try {
            return guarded(operation, method, path, authorization(), body);
        } catch (LoggedOut e) {
            logIn();
            return guarded(operation, method, path, authorization(), body);
        }
    }

    private String authorization() {
        return "Userkeyauth " + base64(settings.apiKey() + ":" + userKey);
    }

    private JsonNode guarded(
            String operation, HttpMethod method, String path, String authorization, @Nullable Object body) {
        try {
            return breaker.executeSupplier(() -> call(method, path, authorization, body));
        } catch (CallNotPermittedException e) {
            throw fault(operation, "is not asked for a while, because it failed several times in a row", e);
        } catch (HttpClientFault e) {
            throw e.status() == 401 && !operation.equals("log in")
                    ? new LoggedOut(e)
                    : fault(operation, e.explanation(), e);
        } catch (RestClientResponseException e) {
            throw fault(operation, "answers with status " + e.getStatusCode().value(), e);
        } catch (ResourceAccessException e) {
            throw fault(operation, "does not answer: " + e.getMessage(), e);
        }
    }

    private JsonNode call(HttpMethod method, String path, String authorization, @Nullable Object body) {
        pace.await();
        RequestBodySpec request = http.method(method)
                .uri(URI.create(base + path))
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .accept(MediaType.APPLICATION_JSON);
        if (body != null) request.contentType(MediaType.APPLICATION_JSON).body(body);
        JsonNode answer = request.retrieve()
                .onStatus(HttpStatusCode::is4xxClientError, (sent, response) -> {
                    String text = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
                    throw new HttpClientFault(response.getStatusCode().value(), text);
                })
                .body(JsonNode.class);
        if (answer == null) throw new ResourceAccessException("an empty answer from " + path);
        return answer;
    }

    private static SystemFault fault(String operation, String what, Exception cause) {
        return new SystemFault(
                SYSTEM,
                operation,
                what + "; retrying is safe, because the entry is looked for before it is written again",
                cause);
    }

    private static JdkClientHttpRequestFactory requests(RedtailSettings settings) {
        var client = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .build();
        var factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(settings.readTimeout());
        return factory;
    }

    /** Refused requests say nothing about Redtail's health, so only missing answers and 5xx open the circuit. */
    private static CircuitBreakerConfig breaking(RedtailSettings settings) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(settings.pauseAfterFailures())
                .ignoreExceptions(HttpClientFault.class)
                .build();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class LoggedOut extends RuntimeException {
        private LoggedOut(Exception cause) {
            super(cause);
        }
    }
}
