package org.driftgate.adapter.redtail;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Spreads requests evenly, so that no second sees more of them than agreed. */
final class Pace {

    private final long gap;
    private long next = System.nanoTime();

    Pace(int requestsPerSecond) {
        this.gap = requestsPerSecond <= 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / requestsPerSecond;
    }

    void await() {
        if (gap == 0) return;
        long mine = reserve();
        for (long wait = mine - System.nanoTime(); wait > 0; wait = mine - System.nanoTime())
            LockSupport.parkNanos(this, wait);
    }

    private synchronized long reserve() {
        long mine = Math.max(next, System.nanoTime());
        next = mine + gap;
        return mine;
    }
}
