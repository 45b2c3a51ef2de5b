package org.driftgate.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are switched on, used up one showing at a time. They do not survive a restart. */
@Simulated
class Faults {

    private final List<Fault> waiting = new ArrayList<>();

    synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    synchronized void clear() {
        waiting.clear();
    }

    synchronized List<Fault> waiting() {
        return List.copyOf(waiting);
    }

    /** The next fault of this kind for a system and path, with one showing of it used up. */
    synchronized Optional<Fault> take(String system, String path, FaultKind kind) {
        for (int i = 0; i < waiting.size(); i++) {
            Fault fault = waiting.get(i);
            if (!fault.concerns(system, path, kind)) continue;
            if (fault.times() == 1) waiting.remove(i);
            else waiting.set(i, fault.onceLess());
            return Optional.of(fault);
        }
        return Optional.empty();
    }
}
