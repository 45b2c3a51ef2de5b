package org.driftgate.platform;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Offers {@code driftgate.ports.postgres} and {@code driftgate.ports.smtp} as settings, so that rooms read them like any
 * other. A port that is set already stays as it is.
 */
final class PortsOfDataFolder implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Path data = Path.of(environment.getProperty("driftgate.data", "./data"));
        var chosen = new HashMap<String, Object>();
        if (EmbeddedDatabaseWanted.in(environment)) choose("postgres", data, environment, chosen);
        if (environment.getProperty("driftgate.simulator.enabled", Boolean.class, false))
            choose("smtp", data, environment, chosen);
        if (!chosen.isEmpty())
            environment.getPropertySources().addLast(new MapPropertySource("ports of the data folder", chosen));
    }

    private static void choose(
            String name, Path data, ConfigurableEnvironment environment, Map<String, Object> chosen) {
        String key = "driftgate.ports." + name;
        if (environment.containsProperty(key)) return;
        boolean ours = RunningServer.on(data.resolve("postgres")).isPresent();
        chosen.put(key, new RememberedPorts(data.resolve("ports.properties")).port(name, ours));
    }
}
