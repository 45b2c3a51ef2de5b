package org.driftgate.adapter.orion;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Orion and Eclipse are and how gently they are called. Neither publishes a rate limit; ten requests a second is what
 * a public client keeps to, zero means as fast as they answer.
 */
@ConfigurationProperties("driftgate.orion")
record OrionSettings(
        @DefaultValue("https://api.orionadvisor.com/api/v1") String baseUrl,
        @DefaultValue("https://api.orioneclipse.com") String eclipseUrl,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration readTimeout,
        @DefaultValue("5000") int pageSize,
        @DefaultValue("4") int lotRequests,
        @DefaultValue("10") int requestsPerSecond,
        @DefaultValue("10s") Duration pauseAfterFailures) {

    @Override
    public String toString() {
        return "OrionSettings[baseUrl=%s, user=%s]".formatted(baseUrl, user);
    }
}
