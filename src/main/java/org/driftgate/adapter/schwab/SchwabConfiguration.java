package org.driftgate.adapter.schwab;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.driftgate.trading.Custodian;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Connects to Schwab when its address is set. */
@Configuration
@ConditionalOnProperty("driftgate.schwab.base-url")
class SchwabConfiguration {

    private static final String TOKEN_FILE = "schwab-refresh-token";

    @Bean
    Custodian schwab(SchwabSettings settings, Environment environment, ObjectMapper json, Clock clock) {
        URI base = Objects.requireNonNull(settings.baseUrl(), "driftgate.schwab.base-url");
        Path data = Path.of(environment.getProperty("driftgate.data", "./data"));
        return custodian(base, settings, data.resolve(TOKEN_FILE), json, clock);
    }

    static Custodian custodian(URI base, SchwabSettings settings, Path tokenFile, ObjectMapper json, Clock clock) {
        var wire = new SchwabWire(settings.connectTimeout(), settings.readTimeout());
        var tokens = new SchwabTokens(base, settings, new TokenFile(tokenFile), wire, json, clock);
        var client = new SchwabClient(base, wire, tokens, json);
        return new SchwabCustodian(client, new OrderDocument(json, settings.masterAccount()), settings, clock);
    }
}
