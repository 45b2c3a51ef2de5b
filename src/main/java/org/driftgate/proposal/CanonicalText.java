package org.driftgate.proposal;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The text of values that is the same in every JVM: sets and maps sorted, numbers without trailing zeros. */
final class CanonicalText {

    private CanonicalText() {}

    static String of(@Nullable Object value) {
        if (value == null) return "null";
        if (value instanceof BigDecimal number)
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        if (value instanceof Record held) return record(held);
        if (value instanceof Map<?, ?> map) return map(map);
        if (value instanceof Set<?> set) return sorted(set);
        if (value instanceof List<?> list)
            return list.stream().map(CanonicalText::of).toList().toString();
        String text = value.toString();
        return text.length() + ":" + text;
    }

    private static String record(Record held) {
        var text = new StringBuilder(held.getClass().getSimpleName()).append('(');
        for (RecordComponent component : held.getClass().getRecordComponents())
            text.append(component.getName())
                    .append('=')
                    .append(of(value(component, held)))
                    .append(';');
        return text.append(')').toString();
    }

    private static @Nullable Object value(RecordComponent component, Record held) {
        AccessibleObject accessor = component.getAccessor();
        accessor.setAccessible(true);
        try {
            return component.getAccessor().invoke(held);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read %s of %s".formatted(component.getName(), held), e);
        }
    }

    private static String map(Map<?, ?> map) {
        var text = new TreeMap<String, String>();
        map.forEach((key, value) -> text.put(of(key), of(value)));
        return text.toString();
    }

    private static String sorted(Collection<?> values) {
        return values.stream().map(CanonicalText::of).sorted().toList().toString();
    }
}
