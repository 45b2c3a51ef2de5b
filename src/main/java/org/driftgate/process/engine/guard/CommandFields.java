package org.driftgate.process.engine.guard;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a command of the engine was asked to do. Its commands keep that in fields without getters; each use has a
 * test, because a new version may name them differently.
 */
final class CommandFields {

    private static final List<String> IDS = List.of(
            "processInstanceId",
            "processInstanceIds",
            "processDefinitionId",
            "processDefinitionIds",
            "processDefinitionKey",
            "deploymentId",
            "taskId",
            "executionId",
            "entityId",
            "jobId",
            "messageName");
    private static final List<String> BUILDERS =
            List.of("builder", "instantiationBuilder", "executionBuilder", "deploymentBuilder", "modificationBuilder");
    private static final int MOST_IDS = 20;
    private static final String ENGINE = "org.camunda.";
    private static final ClassValue<Map<String, Field>> FIELDS = new ClassValue<>() {
        @Override
        protected Map<String, Field> computeValue(Class<?> type) {
            return fields(type);
        }
    };

    private CommandFields() {}

    static @Nullable Object of(Object command, String name) {
        return find(command.getClass(), name)
                .map(field -> value(field, command))
                .orElse(null);
    }

    static @Nullable String text(Object command, String name) {
        return of(command, name) instanceof String text ? text : null;
    }

    static Collection<?> many(Object command, String name) {
        return of(command, name) instanceof Collection<?> values ? values : List.of();
    }

    static Map<?, ?> map(Object command, String name) {
        return of(command, name) instanceof Map<?, ?> values ? values : Map.of();
    }

    /** Every id that the command or its builder names, by the engine's own names. */
    static Map<String, Object> ids(Object command) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (String id : IDS) put(found, id, of(command, id));
        for (String builder : BUILDERS) {
            Object nested = of(command, builder);
            if (nested != null) ids(nested).forEach(found::putIfAbsent);
        }
        if (of(command, "task") instanceof Task saved && saved.getId() != null) found.put("taskId", saved.getId());
        return found;
    }

    private static void put(Map<String, Object> found, String id, @Nullable Object value) {
        if (value instanceof String text) found.put(id, text);
        if (value instanceof Collection<?> many && !many.isEmpty())
            found.put(id, many.stream().limit(MOST_IDS).map(String::valueOf).toList());
    }

    private static Optional<Field> find(Class<?> type, String name) {
        return Optional.ofNullable(FIELDS.get(type).get(name));
    }

    private static Map<String, Field> fields(Class<?> type) {
        Map<String, Field> found = new HashMap<>();
        for (Class<?> here = type; here != null && here.getName().startsWith(ENGINE); here = here.getSuperclass())
            for (Field field : here.getDeclaredFields())
                if (!Modifier.isStatic(field.getModifiers())) found.putIfAbsent(field.getName(), field);
        return found;
    }

    private static @Nullable Object value(Field field, Object command) {
        try {
            field.setAccessible(true);
            return field.get(command);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the command's field %s cannot be read".formatted(field), e);
        }
    }
}
