package org.driftgate.adapter.schwab;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
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

    /** For a call that changes nothing there. */
    SchwabFault afterAsking(int times) {
        String message = "%s; asked %s, nothing was placed, a retry is safe"
                .formatted(fault.detail(), times == 1 ? "once" : times + " times");
        return new SchwabFault(new SystemFault(SYSTEM, fault.operation(), message, this), mayHaveActed, status);
    }

    SystemFault fault() {
        return fault;
    }

    boolean mayHaveActed() {
        return mayHaveActed;
    }

    /** Worth another try at once; while calls are suspended or the request itself was refused it is not. */
    boolean mayPass() {
        Throwable cause = fault.getCause();
        if (cause instanceof SchwabFault deeper) return deeper.mayPass();
        return !(cause instanceof CallNotPermittedException) && (status == 0 || status == 429);
    }

    boolean isUnauthorized() {
        return status == 401;
    }
}
