package org.driftgate.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** What belongs to the demonstration stays there: outside its profile the application does not start with any of it. */
final class DemoBorder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String PROFILE = "demo";
    private static final Pattern SECRET = Pattern.compile(".*(password|secret|token|api-key|user-key)$");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of(PROFILE))) return;
        List<String> trespasses = trespasses(environment);
        if (trespasses.isEmpty()) return;
        throw new RefusedToStart(
                "Outside the demo profile Driftgate does not start with parts of the demonstration:\n  - "
                        + String.join("\n  - ", trespasses),
                "Correct these settings, or start the demonstration with the profile 'demo'.");
    }

    private static List<String> trespasses(ConfigurableEnvironment environment) {
        var found = new ArrayList<String>();
        if (isOn(environment, "driftgate.simulator.enabled"))
            found.add("driftgate.simulator.enabled is true: orders would go to a simulated custodian");
        if (isOn(environment, "driftgate.demo.users"))
            found.add("driftgate.demo.users is true: anybody knows their passwords");
        if (!environment.containsProperty("spring.datasource.url") && !isOn(environment, "driftgate.database.embedded"))
            found.add("no database: set spring.datasource.url, or driftgate.database.embedded=true on purpose");
        found.addAll(demoSecrets(environment));
        found.addAll(KnownSecrets.in(environment));
        return found;
    }

    private static boolean isOn(Environment environment, String key) {
        return environment.getProperty(key, Boolean.class, false);
    }

    private static List<String> demoSecrets(Environment environment) {
        var found = new ArrayList<String>();
        for (PropertySource<?> source : demoSettings()) {
            if (!(source instanceof EnumerablePropertySource<?> settings)) continue;
            for (String key : settings.getPropertyNames()) {
                String demo = String.valueOf(settings.getProperty(key));
                if (SECRET.matcher(key).matches() && demo.equals(environment.getProperty(key)))
                    found.add(key + " is the demonstration's: set a secret of your own");
            }
        }
        return found;
    }

    /** The demo profile's file, and what other files say for that profile. */
    private static List<PropertySource<?>> demoSettings() {
        var settings = new ArrayList<>(load("application-demo.yaml"));
        load("application-engine.yaml").stream()
                .filter(document -> PROFILE.equals(document.getProperty("spring.config.activate.on-profile")))
                .forEach(settings::add);
        return settings;
    }

    private static List<PropertySource<?>> load(String file) {
        var resource = new ClassPathResource(file);
        if (!resource.exists()) return List.of();
        try {
            return new YamlPropertySourceLoader().load(file, resource);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
