package org.driftgate.desk;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Flattens a record of settings into keys as they are written in a configuration file. */
final class SettingsReader {

    private static final Pattern SECRET =
            Pattern.compile(".*(password|secret|token|api-key|user-key|credential|authorization).*");
    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

    private SettingsReader() {}

    static void read(String key, @Nullable Object value, Map<String, String> into) {
        if (value == null) into.put(key, "");
        else if (SECRET.matcher(key).matches()) into.put(key, "******");
        else if (value instanceof Record settings) readComponents(key, settings, into);
        else if (value instanceof Map<?, ?> map) map.forEach((name, one) -> read(key + "." + name, one, into));
        else if (value instanceof Collection<?> list && list.stream().anyMatch(Record.class::isInstance))
            readList(key, list, into);
        else into.put(key, value.toString());
    }

    private static void readList(String key, Collection<?> list, Map<String, String> into) {
        int index = 0;
        for (Object one : list) read("%s[%d]".formatted(key, index++), one, into);
    }

    /** A record that only wraps one value is written as that value. */
    private static void readComponents(String key, Record settings, Map<String, String> into) {
        RecordComponent[] components = settings.getClass().getRecordComponents();
        if (components.length == 1 && components[0].getName().equals("value")) {
            read(key, value(components[0], settings), into);
            return;
        }
        for (RecordComponent component : components)
            read(key + "." + kebab(component.getName()), value(component, settings), into);
    }

    private static @Nullable Object value(RecordComponent component, Record settings) {
        AccessibleObject accessor = component.getAccessor();
        accessor.setAccessible(true);
        try {
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("setting " + component.getName() + " cannot be read", e);
        }
    }

    private static String kebab(String name) {
        return HUMP.matcher(name).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
    }
}
