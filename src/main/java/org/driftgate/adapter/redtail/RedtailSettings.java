package org.driftgate.adapter.redtail;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The CRM's address and log-in. Redtail publishes no rate limit, so we set ourselves one (0 is none). {@code contacts} names
 * the contact of a household where its account numbers do not.
 */
@ConfigurationProperties("driftgate.redtail")
record RedtailSettings(
        @Nullable URI baseUrl,
        @DefaultValue("") String apiKey,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("5") int requestsPerSecond,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("20s") Duration readTimeout,
        @DefaultValue("10s") Duration pauseAfterFailures,
        @DefaultValue("1") int noteCategory,
        @DefaultValue("1") int activityCategory,
        @DefaultValue("1") int activityCode,
        @DefaultValue Map<String, Long> contacts) {

    @Override
    public String toString() {
        return "RedtailSettings[baseUrl=%s, user=%s]".formatted(baseUrl, user);
    }
}
