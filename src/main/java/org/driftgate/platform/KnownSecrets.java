package org.driftgate.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/** Settings whose secret is one that everybody tries first; they are named, their values are not repeated. */
final class KnownSecrets {

    private static final Pattern OURS =
            Pattern.compile("(driftgate|camunda\\.bpm|spring)[.].*(password|secret|token|key)$");
    private static final Set<String> KNOWN = Set.of(
            "admin",
            "camunda",
            "changeit",
            "changeme",
            "default",
            "demo",
            "driftgate",
            "driftgate_app",
            "driftgate_owner",
            "letmein",
            "owner",
            "password",
            "postgres",
            "root",
            "secret",
            "test",
            "app",
            "12345678",
            "123456",
            "qwerty");

    private KnownSecrets() {}

    static List<String> in(ConfigurableEnvironment environment) {
        var found = new ArrayList<String>();
        for (String key : secretKeys(environment)) {
            String value = environment.getProperty(key);
            if (value != null && KNOWN.contains(value.toLowerCase(Locale.ROOT)))
                found.add(key + " is a secret that everybody knows");
        }
        return found;
    }

    private static Set<String> secretKeys(ConfigurableEnvironment environment) {
        var keys = new TreeSet<String>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (!(source instanceof EnumerablePropertySource<?> settings)) continue;
            for (String name : settings.getPropertyNames()) {
                String key = name.matches("[A-Z0-9_]+") ? dotted(name) : name;
                if (OURS.matcher(key).matches()) keys.add(key);
            }
        }
        return keys;
    }

    /** {@code SPRING_DATASOURCE_PASSWORD} is {@code spring.datasource.password}. */
    private static String dotted(String variable) {
        return variable.toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
