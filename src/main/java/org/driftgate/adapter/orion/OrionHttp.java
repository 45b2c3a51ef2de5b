package org.driftgate.adapter.orion;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.URI;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.driftgate.shared.SystemFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Sends one request to Orion or Eclipse, with time-outs, pace and circuit breaker, and never repeats it. */
@Component
class OrionHttp {

    static final String SYSTEM = "Orion";
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int CONNECTIONS = 8;

    /** A clear answer: 2xx, or 401 so that the caller can log in again. */
    record Reply(int status, byte[] body) {

        boolean isUnauthorized() {
            return status == UNAUTHORIZED;
        }
    }

    private final RestClient client;
    private final CircuitBreaker breaker;
    private final Pace pace;

    OrionHttp(OrionSettings settings) {
        this.client = RestClient.builder()
                .requestFactory(new HttpComponentsClientHttpRequestFactory(httpClient(settings)))
                .build();
        this.breaker = CircuitBreaker.of(
                SYSTEM,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(10)
                        .waitDurationInOpenState(settings.pauseAfterFailures())
                        .build());
        this.pace = new Pace(settings.requestsPerSecond());
    }

    Reply get(String url, String authorization, String what) {
        return send(HttpMethod.GET, url, authorization, null, what);
    }

    Reply post(String url, String authorization, Object body, String what) {
        return send(HttpMethod.POST, url, authorization, body, what);
    }

    private Reply send(HttpMethod method, String url, String authorization, @Nullable Object body, String what) {
        try {
            pace.await();
            return breaker.executeSupplier(() -> exchange(method, url, authorization, body, what));
        } catch (CallNotPermittedException e) {
            throw new SystemFault(
                    SYSTEM, what, "is not called for a moment because its last calls failed. " + safe(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SystemFault(SYSTEM, what, "was interrupted while waiting its turn. " + safe(), e);
        }
    }

    private Reply exchange(HttpMethod method, String url, String authorization, @Nullable Object body, String what) {
        try {
            var request = client.method(method)
                    .uri(URI.create(url))
                    .accept(MediaType.APPLICATION_JSON)
                    .header("Authorization", authorization);
            if (body != null) request.contentType(MediaType.APPLICATION_JSON).body(body);
            Reply reply = request.exchange((sent, response) -> new Reply(
                    response.getStatusCode().value(), response.getBody().readAllBytes()));
            return judged(reply, what);
        } catch (ResourceAccessException e) {
            throw new SystemFault(SYSTEM, what, "gave no answer (%s). %s".formatted(rootMessage(e), safe()), e);
        }
    }

    private static Reply judged(Reply reply, String what) {
        int status = reply.status();
        if (status / 100 == 2 || reply.isUnauthorized()) return reply;
        if (status == TOO_MANY_REQUESTS)
            throw new SystemFault(SYSTEM, what, "asks for fewer requests (429); lower requests-per-second. " + safe());
        throw new SystemFault(SYSTEM, what, "answered %d: %s. %s".formatted(status, OrionJson.message(reply), safe()));
    }

    /** Nothing here places orders, so a repetition never does harm. */
    private static String safe() {
        return "Nothing was changed; repeating it is safe.";
    }

    private static String rootMessage(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) cause = cause.getCause();
        return String.valueOf(cause.getMessage());
    }

    private static CloseableHttpClient httpClient(OrionSettings settings) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.readTimeout()))
                        .build())
                .build();
        var requests = RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(settings.readTimeout()))
                .setResponseTimeout(Timeout.of(settings.readTimeout()))
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(requests)
                .disableAutomaticRetries()
                .disableCookieManagement()
                .build();
    }
}
