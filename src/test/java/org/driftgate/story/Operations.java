package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What an administrator looks at: connections, settings, figures. */
final class Operations {

    private final Api api;

    Operations(Api api) {
        this.api = api;
    }

    void onlyThisIsDown(String system) {
        for (JsonNode connection : api.get("admin", "/api/connections")) {
            boolean isDown = connection.get("system").asText().contains(system);
            assertThat(connection.get("ok").asBoolean())
                    .as(connection.toString())
                    .isEqualTo(!isDown);
            if (isDown) assertThat(connection.get("message").asText()).contains(system, "503", "safe");
        }
    }

    void settingsAreShownWithoutSecrets(Map<String, String> expected) {
        JsonNode settings = api.get("admin", "/api/configuration");
        expected.forEach((key, value) -> assertThat(settings.get(key).asText()).isEqualTo(value));
        assertThat(settings.toString()).doesNotContain("demo-schwab", "demo-api-key");
        assertThat(settings.get("driftgate.orion.password").asText()).isEqualTo("******");
    }

    void figuresOfAFinishedDay() {
        String metrics = api.get("admin", "/actuator/prometheus").asText();
        assertThat(sample(metrics, "driftgate_drift_to_notice_seconds_count")).isPositive();
        assertThat(sample(metrics, "driftgate_incidents")).isZero();
        assertThat(sample(metrics, "driftgate_completeness_gaps")).isZero();
        assertThat(sample(metrics, "driftgate_poll_lag_seconds")).isZero();
        assertThat(metrics)
                .contains(
                        "driftgate_orders_submitted{",
                        "driftgate_orders_rejected{",
                        "driftgate_orders_rejection_ratio{",
                        "driftgate_tasks{age=\"over a day\"");
        assertThat(api.tryGet("reviewer", "/actuator/prometheus").status()).isEqualTo(403);
    }

    /** The first sample of that name. */
    private static double sample(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample of " + name));
    }
}
