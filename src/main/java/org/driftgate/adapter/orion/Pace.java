package org.driftgate.adapter.orion;

/** Spreads requests evenly over real time; zero requests a second means no limit. */
final class Pace {

    private final long gapNanos;
    private long next;

    Pace(int requestsPerSecond) {
        this.gapNanos = requestsPerSecond <= 0 ? 0 : 1_000_000_000L / requestsPerSecond;
        this.next = System.nanoTime();
    }

    void await() throws InterruptedException {
        if (gapNanos == 0) return;
        long wait = reserve();
        if (wait > 0) java.util.concurrent.TimeUnit.NANOSECONDS.sleep(wait);
    }

    private synchronized long reserve() {
        long now = System.nanoTime();
        long slot = Math.max(now, next);
        next = slot + gapNanos;
        return slot - now;
    }
}
