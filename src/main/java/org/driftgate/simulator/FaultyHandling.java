package org.driftgate.simulator;

import java.util.Optional;

/** Applies rate limit and fault switches around a system's own handling. */
final class FaultyHandling {

    private static final int LOST_AFTER_MILLISECONDS = 60_000;

    private final Faults faults;
    private final RateLimit limit;

    FaultyHandling(Faults faults, RateLimit limit) {
        this.faults = faults;
        this.limit = limit;
    }

    /** Empty when the answer is lost on its way. */
    Optional<Response> handle(SimulatedSystem system, Request request) {
        String name = system.name();
        if (name.equals(ControlSystem.NAME)) return Optional.of(system.handle(request));
        take(name, request, FaultKind.LATENCY).ifPresent(fault -> pause(fault.number(1000)));
        Optional<Response> refused = refusal(name, request);
        if (refused.isPresent()) return refused;
        Response response = system.handle(request);
        Optional<Fault> lost = take(name, request, FaultKind.TIMEOUT_AFTER_ACCEPT);
        lost.ifPresent(fault -> pause(fault.number(LOST_AFTER_MILLISECONDS)));
        return lost.isPresent() ? Optional.empty() : Optional.of(response);
    }

    private Optional<Response> refusal(String system, Request request) {
        if (!limit.admits(system)) return Optional.of(tooMany("1"));
        Optional<Fault> tooMany = take(system, request, FaultKind.TOO_MANY_REQUESTS);
        if (tooMany.isPresent())
            return Optional.of(tooMany(Integer.toString(tooMany.get().number(1))));
        if (take(system, request, FaultKind.UNAUTHORIZED).isPresent())
            return Optional.of(Response.message(401, "UNAUTHORIZED"));
        return take(system, request, FaultKind.SERVER_ERROR)
                .map(fault -> Response.message(fault.number(503), "Simulated server error"));
    }

    private Optional<Fault> take(String system, Request request, FaultKind kind) {
        return faults.take(system, request.path() + "\n" + request.text(), kind);
    }

    private static Response tooMany(String seconds) {
        return Response.message(429, "Too many requests").withHeader("Retry-After", seconds);
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
