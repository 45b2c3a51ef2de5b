package org.driftgate.adapter.schwab;

import org.driftgate.shared.SystemFault;

/** A call that failed; says whether Schwab may have acted on it all the same. */
final class SchwabFault extends RuntimeException {

    private static final String SYSTEM = "Schwab Advisor Services";

    private final SystemFault fault;
    private final boolean mayHaveActed;
    private final int status;

    private SchwabFault(SystemFault fault, boolean mayHaveActed, int status) {
        super(fault.getMessage(), fault);
        this.fault = fault;
        this.mayHaveActed = mayHaveActed;
        this.status = status;
    }

    /** The answer is lost or is an error of the server. */
    static SchwabFault inDoubt(String operation, String message, Throwable cause) {
        return new SchwabFault(new SystemFault(SYSTEM, operation, message, cause), true, 0);
    }

    static SchwabFault inDoubt(String operation, String message) {
        return new SchwabFault(new SystemFault(SYSTEM, operation, message), true, 0);
    }

    /** The request never arrived or was turned away before it was handled. */
    static SchwabFault turnedAway(String operation, int status, String message) {
        return new SchwabFault(new SystemFault(SYSTEM, operation, message), false, status);
    }

    static SchwabFault turnedAway(String operation, String message, Throwable cause) {
        return new SchwabFault(new SystemFault(SYSTEM, operation, message, cause), false, 0);
    }

    SystemFault fault() {
        return fault;
    }

    boolean mayHaveActed() {
        return mayHaveActed;
    }

    boolean isUnauthorized() {
        return status == 401;
    }
}
