package org.driftgate.adapter.schwab;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Repeats a call that changes nothing at Schwab, with pauses that double; an order is never placed this way. */
record Repeating(int tries, Duration pause) {

    <T> T ask(Supplier<T> harmless) {
        for (int tried = 1; ; tried++) {
            try {
                return harmless.get();
            } catch (SchwabFault failed) {
                if (tried >= tries || !failed.mayPass()) throw failed.afterAsking(tried);
                LockSupport.parkNanos(pause.multipliedBy(1L << (tried - 1)).toNanos());
            }
        }
    }
}
