package org.driftgate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.driftgate.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorServerTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void movesAPriceAndKeepsItOverARestart(@TempDir Path data) throws Exception {
        try (var simulators = RunningSimulators.start(SampleBook.rows(), new TestClock(), Map.of(), data)) {
            var moved = post(simulators, "/simulator/market", "{\"symbol\":\"VTI\",\"price\":\"312.50\"}");
            assertThat(moved.statusCode()).isEqualTo(201);
        }
        try (var simulators = RunningSimulators.start(SampleBook.rows(), new TestClock(), Map.of(), data)) {
            assertThat(get(simulators, "/simulator/market").body()).contains("\"VTI\":312.50", "2026-11-19T21:00:00Z");
        }
    }

    @Test
    void refusesAMoveOfAnUnknownSecurity() throws Exception {
        try (var simulators = RunningSimulators.start(SampleBook.rows(), new TestClock())) {
            var refused = post(simulators, "/simulator/market", "{\"symbol\":\"NOPE\",\"price\":\"1\"}");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("no security NOPE");
        }
    }

    @Test
    void showsAFaultAsOftenAsAsked() throws Exception {
        try (var simulators = RunningSimulators.start(SampleBook.rows(), new TestClock())) {
            simulators.fault("orion", "/orion", "TOO_MANY_REQUESTS", "7", 1);
            var refused = get(simulators, "/orion/api/v1/Security/Token");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("7");
            assertThat(get(simulators, "/orion/api/v1/Security/Token").statusCode())
                    .isNotEqualTo(429);
        }
    }

    @Test
    void losesTheAnswerAfterHandling() {
        try (var simulators = RunningSimulators.start(SampleBook.rows(), new TestClock())) {
            simulators.fault("orion", "", "TIMEOUT_AFTER_ACCEPT", "0", 100);
            assertThatThrownBy(() -> get(simulators, "/orion/api/v1/Security/Token"))
                    .isInstanceOf(IOException.class);
        }
    }

    private HttpResponse<String> get(RunningSimulators simulators, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(simulators.url() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(RunningSimulators simulators, String path, String json) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(simulators.url() + path))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
