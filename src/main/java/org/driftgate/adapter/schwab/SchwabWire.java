package org.driftgate.adapter.schwab;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Sends one request and tells a refusal that changed nothing from an answer that is in doubt. After repeated failures it
 * stops calling for a while. It never repeats a request by itself.
 */
final class SchwabWire {

    private static final int TOO_MANY = 429;

    private final HttpClient http;
    private final Duration readTimeout;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "schwab",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(20)
                    .minimumNumberOfCalls(10)
                    .failureRateThreshold(60)
                    .waitDurationInOpenState(Duration.ofSeconds(10))
                    .permittedNumberOfCallsInHalfOpenState(2)
                    .recordException(SchwabWire::isTrouble)
                    .build());

    SchwabWire(Duration connectTimeout, Duration readTimeout) {
        this.http = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.readTimeout = readTimeout;
    }

    /** The body of a 2xx answer. */
    byte[] send(String operation, HttpRequest.Builder request) {
        HttpRequest built = request.timeout(readTimeout).build();
        try {
            return breaker.executeSupplier(() -> exchange(operation, built));
        } catch (CallNotPermittedException open) {
            throw SchwabFault.turnedAway(
                    operation, "it failed repeatedly, so it is not called for some seconds; nothing was sent", open);
        }
    }

    private byte[] exchange(String operation, HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 == 2) return answer.body();
            throw refused(operation, answer);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw SchwabFault.turnedAway(
                    operation,
                    "no connection to %s; nothing was sent"
                            .formatted(request.uri().getHost()),
                    e);
        } catch (IOException e) {
            throw SchwabFault.inDoubt(operation, "no answer (%s)".formatted(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SchwabFault.inDoubt(operation, "interrupted while waiting for the answer", e);
        }
    }

    private static SchwabFault refused(String operation, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        String challenge = answer.headers().firstValue("www-authenticate").orElse("");
        if (status == 401 && challenge.contains("NoApiProductMatchFound"))
            return SchwabFault.turnedAway(
                    operation, 403, "this route is not part of the firm's API products; ask Schwab to attach it");
        if (status == TOO_MANY)
            return SchwabFault.turnedAway(operation, status, "too many requests (429); a retry later is safe");
        if (status / 100 == 4)
            return SchwabFault.turnedAway(
                    operation, status, "refused with status %d; nothing was changed there".formatted(status));
        return SchwabFault.inDoubt(operation, "error of the server, status " + status);
    }

    private static boolean isTrouble(Throwable thrown) {
        return thrown instanceof SchwabFault fault && !fault.isUnauthorized();
    }
}
