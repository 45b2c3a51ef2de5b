package org.driftgate.rebalancing.household;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys of one part of a policy; what is wrong is noted and the default kept, so that everything is found at once. */
final class PolicySection {

    private final String source;
    private final String path;
    private final Map<?, ?> values;
    private final List<PolicyFinding> findings;
    private final Set<String> known = new HashSet<>();

    private PolicySection(String source, String path, Map<?, ?> values, List<PolicyFinding> findings) {
        this.source = source;
        this.path = path;
        this.values = values;
        this.findings = findings;
    }

    static PolicySection root(String source, Map<?, ?> values, List<PolicyFinding> findings) {
        return new PolicySection(source, "", values, findings);
    }

    PolicySection section(String key) {
        return new PolicySection(source, path(key), map(key), findings);
    }

    /** Notes what a key says that another key of the section forbids. */
    void refuse(String key, String rule, String sentence) {
        note(path(key), rule, sentence);
    }

    /** Notes every key that nobody asked for. */
    void end() {
        for (Object key : values.keySet())
            if (!(key instanceof String text && known.contains(text)))
                note(path(String.valueOf(key)), "known key", "is not a key of a policy");
    }

    /** A number in a range, both ends included. */
    BigDecimal number(String key, BigDecimal standard, String least, String most) {
        Object value = value(key);
        return value == null ? standard : Objects.requireNonNullElse(inRange(path(key), value, least, most), standard);
    }

    @Nullable BigDecimal numberOrNone(String key, @Nullable BigDecimal standard, String least, String most) {
        Object value = value(key);
        return value == null ? standard : inRange(path(key), value, least, most);
    }

    int days(String key, int standard, int most) {
        BigDecimal days = number(key, BigDecimal.valueOf(standard), "0", String.valueOf(most));
        if (days.stripTrailingZeros().scale() <= 0) return days.intValueExact();
        note(path(key), "whole number", "must be a whole number of days, not " + days);
        return standard;
    }

    boolean flag(String key, boolean standard) {
        Object value = value(key);
        if (value == null) return standard;
        if (value instanceof Boolean yes) return yes;
        note(path(key), "true or false", "must be true or false, not '%s'".formatted(value));
        return standard;
    }

    <E extends Enum<E>> E choice(String key, E standard) {
        Object value = value(key);
        E found = value == null ? standard : constant(path(key), value, standard.getDeclaringClass());
        return found == null ? standard : found;
    }

    /** Text that a reading may refuse with an IllegalArgumentException. */
    <T> T read(String key, T standard, Function<String, T> reading) {
        Object value = value(key);
        T found = value == null ? standard : parsed(path(key), value, reading);
        return found == null ? standard : found;
    }

    <T> Map<String, T> readAll(String key, Function<String, T> reading) {
        Map<String, T> all = new LinkedHashMap<>();
        map(key).forEach((name, value) -> {
            T found = value == null ? null : parsed(path(key) + "." + name, value, reading);
            if (value == null) note(path(key) + "." + name, "value", "has no value");
            boolean named = !String.valueOf(name).isBlank();
            if (!named) note(path(key), "name", "has a key without a name");
            if (found != null && named) all.put(String.valueOf(name), found);
        });
        return all;
    }

    /** Numbers by name; what is named replaces the standard of that name, the others keep theirs. */
    Map<String, BigDecimal> numbers(String key, Map<String, BigDecimal> standard, String least, String most) {
        Map<String, BigDecimal> all = new LinkedHashMap<>(standard);
        map(key).forEach((name, value) -> {
            BigDecimal number = inRange(path(key) + "." + name, value, least, most);
            if (number != null) all.put(String.valueOf(name), number);
        });
        return all;
    }

    /** Numbers by what a name reads as. */
    <K> Map<K, BigDecimal> numbers(
            String key, Function<String, K> naming, Map<K, BigDecimal> standard, String least, String most) {
        Map<K, BigDecimal> all = new LinkedHashMap<>(standard);
        Set<K> seen = new HashSet<>();
        map(key).forEach((name, value) -> {
            K named = parsed(path(key), String.valueOf(name), naming);
            if (named != null && !seen.add(named)) note(path(key) + "." + name, "once", "is there twice");
            BigDecimal number = inRange(path(key) + "." + name, value, least, most);
            if (named != null && number != null) all.put(named, number);
        });
        return all;
    }

    /** Lists by what a name reads as. */
    <K, T> Map<K, Set<T>> lists(String key, Function<String, K> naming, Function<String, T> reading) {
        PolicySection lists = section(key);
        Map<K, Set<T>> all = new LinkedHashMap<>();
        lists.values.forEach((name, value) -> {
            K named = parsed(path(key), String.valueOf(name), naming);
            Set<T> list = lists.list(String.valueOf(name), Set.of(), reading);
            if (named != null && all.put(named, list) != null) note(path(key) + "." + name, "once", "is there twice");
        });
        return all;
    }

    <T> Set<T> list(String key, Set<T> standard, Function<String, T> reading) {
        Object value = value(key);
        if (value == null) return standard;
        Set<T> all = new LinkedHashSet<>();
        if (!(value instanceof List<?> items)) {
            note(path(key), "list", "must be a list, not '%s'".formatted(value));
            return standard;
        }
        for (Object item : items) {
            T found = parsed(path(key), item, reading);
            if (found != null) all.add(found);
        }
        return all;
    }

    static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
        return text -> {
            for (E constant : type.getEnumConstants()) if (constant.name().equals(upper(text))) return constant;
            throw new IllegalArgumentException(
                    "must be one of %s, not '%s'".formatted(Arrays.toString(type.getEnumConstants()), text));
        };
    }

    /** YAML reads a bare OFF as false. */
    private <E extends Enum<E>> @Nullable E constant(String at, Object value, Class<E> type) {
        return parsed(at, value.equals(false) ? "OFF" : value, oneOf(type));
    }

    private <T> @Nullable T parsed(String at, @Nullable Object value, Function<String, T> reading) {
        if (!(value instanceof String text)) {
            note(at, "text", "must be text, not '%s'".formatted(value));
            return null;
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException wrong) {
            note(at, "allowed value", String.valueOf(wrong.getMessage()));
            return null;
        }
    }

    private @Nullable BigDecimal inRange(String at, @Nullable Object value, String least, String most) {
        BigDecimal number = value instanceof Number known ? decimal(known) : null;
        if (number == null) {
            note(at, "number", "must be a number, not '%s'".formatted(value));
            return null;
        }
        boolean inside = number.compareTo(new BigDecimal(least)) >= 0 && number.compareTo(new BigDecimal(most)) <= 0;
        if (inside) return number;
        note(at, "range", "must be from %s to %s, not %s".formatted(least, most, number.toPlainString()));
        return null;
    }

    /** Null for what is not a finite number. */
    private static @Nullable BigDecimal decimal(Number number) {
        if (!(number instanceof Double floating)) return new BigDecimal(number.toString());
        return Double.isFinite(floating) ? BigDecimal.valueOf(floating).stripTrailingZeros() : null;
    }

    private Map<?, ?> map(String key) {
        Object value = value(key);
        if (value == null) return Map.of();
        if (value instanceof Map<?, ?> map) return map;
        note(path(key), "section", "must have keys of its own, not be '%s'".formatted(value));
        return Map.of();
    }

    private @Nullable Object value(String key) {
        known.add(key);
        if (values.containsKey(key) && values.get(key) == null) note(path(key), "value", "has no value");
        return values.get(key);
    }

    private void note(String key, String rule, String sentence) {
        findings.add(new PolicyFinding(source, key, rule, sentence));
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
