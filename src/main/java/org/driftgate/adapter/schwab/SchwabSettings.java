package org.driftgate.adapter.schwab;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where and as whom Schwab Advisor Services is called. Without a base address there is no connection to it. The refresh
 * token comes from a person's log-in; rotated ones are kept in the data folder. A validation that fails is repeated
 * {@code validateTries} times in all, after {@code validatePause} and then twice as long each time.
 */
@ConfigurationProperties("driftgate.schwab")
public record SchwabSettings(
        @Nullable URI baseUrl,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String refreshToken,
        @DefaultValue("8100001") int masterAccount,
        @DefaultValue("PT10S") Duration connectTimeout,
        @DefaultValue("PT30S") Duration readTimeout,
        @DefaultValue("4") int validateTries,
        @DefaultValue("PT0.5S") Duration validatePause) {

    @Override
    public String toString() {
        return "SchwabSettings[baseUrl=%s, clientId=%s]".formatted(baseUrl, clientId);
    }
}
