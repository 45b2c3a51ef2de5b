package org.driftgate.shared;

/**
 * An outside system is down or answers nonsense. The engine retries it and then raises an incident, so the message is
 * written for a person: what failed, for whom, and what is safe to do.
 */
public final class SystemFault extends RuntimeException {

    private final String system;
    private final String operation;

    public SystemFault(String system, String operation, String message, Throwable cause) {
        super("%s, %s: %s".formatted(system, operation, message), cause);
        this.system = system;
        this.operation = operation;
    }

    public SystemFault(String system, String operation, String message) {
        super("%s, %s: %s".formatted(system, operation, message));
        this.system = system;
        this.operation = operation;
    }

    public String system() {
        return system;
    }

    public String operation() {
        return operation;
    }
}
