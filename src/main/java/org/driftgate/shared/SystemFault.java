package org.driftgate.shared;

/**
 * An outside system is down or answers nonsense. The engine retries it and then raises an incident, so the message is
 * written for a person: what failed, for whom, and what is safe to do.
 */
public final class SystemFault extends RuntimeException {

    private final String system;
    private final String operation;
    private final String detail;

    public SystemFault(String system, String operation, String message, Throwable cause) {
        super("%s, %s: %s".formatted(system, operation, message), cause);
        this.system = system;
        this.operation = operation;
        this.detail = message;
    }

    public SystemFault(String system, String operation, String message) {
        super("%s, %s: %s".formatted(system, operation, message));
        this.system = system;
        this.operation = operation;
        this.detail = message;
    }

    private SystemFault(SystemFault fault, String whom) {
        super("%s: %s".formatted(whom, fault.getMessage()), fault);
        this.system = fault.system;
        this.operation = fault.operation;
        this.detail = fault.detail;
    }

    /** The same fault, with the one whom it concerns named first. */
    public SystemFault concerning(String whom) {
        return new SystemFault(this, whom);
    }

    public String system() {
        return system;
    }

    public String operation() {
        return operation;
    }

    /** The message without system and operation, for a caller that says more about them. */
    public String detail() {
        return detail;
    }
}
