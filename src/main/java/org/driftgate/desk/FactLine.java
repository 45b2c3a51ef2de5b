package org.driftgate.desk;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A fact of the record with its name in words; a list of like things becomes a table with a heading for each column. */
record FactLine(String name, String value, List<String> columns, List<List<String>> rows) {

    private static final String NOTHING = "\u2013";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern CODE = Pattern.compile("[A-Z]+(_[A-Z]+)+");

    static FactLine of(String name, @Nullable Object value) {
        if (value instanceof Collection<?> list
                && !list.isEmpty()
                && list.stream().allMatch(Map.class::isInstance)) return table(name, list);
        return new FactLine(words(name), text(value), List.of(), List.of());
    }

    public boolean isTable() {
        return !rows.isEmpty();
    }

    public boolean isHash() {
        return HASH.matcher(value).matches();
    }

    private static FactLine table(String name, Collection<?> list) {
        List<Map<?, ?>> maps =
                list.stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList();
        var keys = new TreeSet<String>();
        maps.forEach(row -> row.keySet().forEach(key -> keys.add(String.valueOf(key))));
        List<List<String>> rows = maps.stream()
                .map(row -> keys.stream().map(key -> text(row.get(key))).toList())
                .toList();
        return new FactLine(words(name), "", keys.stream().map(FactLine::words).toList(), rows);
    }

    private static String text(@Nullable Object value) {
        if (value == null) return NOTHING;
        if (value instanceof Boolean flag) return flag ? "yes" : "no";
        if (value instanceof Map<?, ?> map) return pairs(map);
        if (value instanceof Collection<?> list)
            return list.isEmpty() ? NOTHING : list.stream().map(FactLine::text).collect(Collectors.joining("; "));
        String plain = value.toString();
        return CODE.matcher(plain).matches() ? EventWords.sentence(plain) : plain;
    }

    private static String pairs(Map<?, ?> map) {
        var sorted = new TreeMap<String, Object>();
        map.forEach((key, one) -> sorted.put(String.valueOf(key), one));
        return sorted.entrySet().stream()
                .map(entry -> words(entry.getKey()) + ": " + text(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** {@code estimatedTax} as "Estimated tax". */
    private static String words(String name) {
        if (name.isEmpty()) return name;
        String spaced = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('_', ' ');
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT)
                + spaced.substring(1).toLowerCase(Locale.ROOT);
    }
}
