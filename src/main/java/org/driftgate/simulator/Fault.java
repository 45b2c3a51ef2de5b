package org.driftgate.simulator;

/**
 * A fault that shows up the next {@code times} times at a system, on requests whose path contains {@code path}; the kinds
 * that the server itself produces may also be aimed at what the request's body contains.
 */
record Fault(String system, String path, FaultKind kind, String value, int times) {

    Fault {
        if (system.isBlank()) throw new IllegalArgumentException("a fault names its system");
        if (times < 1) throw new IllegalArgumentException("times must be above zero");
    }

    boolean concerns(String otherSystem, String otherPath, FaultKind otherKind) {
        return kind == otherKind && system.equals(otherSystem) && otherPath.contains(path);
    }

    Fault onceLess() {
        return new Fault(system, path, kind, value, times - 1);
    }

    int number(int otherwise) {
        return value.isBlank() ? otherwise : Integer.parseInt(value.strip());
    }
}
