package org.driftgate.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/** A variable of a process with its type; a value of another type is a bug in the model or in a delegate. */
public record ProcessVariable<T>(String name, Class<T> type) {

    public static ProcessVariable<String> text(String name) {
        return new ProcessVariable<>(name, String.class);
    }

    public static ProcessVariable<Boolean> flag(String name) {
        return new ProcessVariable<>(name, Boolean.class);
    }

    public static ProcessVariable<Double> number(String name) {
        return new ProcessVariable<>(name, Double.class);
    }

    public T from(VariableScope scope) {
        return find(scope)
                .orElseThrow(() -> new IllegalStateException("process variable %s is not set".formatted(name)));
    }

    public Optional<T> find(VariableScope scope) {
        return Optional.ofNullable(scope.getVariable(name)).map(type::cast);
    }

    public void set(VariableScope scope, @Nullable T value) {
        scope.setVariable(name, value);
    }

    /** Reads the value and removes it, for values that concern one step only. */
    public Optional<T> take(VariableScope scope) {
        Optional<T> value = find(scope);
        value.ifPresent(present -> scope.removeVariable(name));
        return value;
    }
}
