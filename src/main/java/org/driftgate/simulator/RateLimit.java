package org.driftgate.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** At most so many requests in any second for each system; zero means no limit. Counts real time, not business time. */
final class RateLimit {

    private static final long SECOND = 1_000_000_000L;
    private final int perSecond;
    private final LongSupplier nanoTime;
    private final Map<String, Deque<Long>> recent = new HashMap<>();

    RateLimit(int perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
    }

    synchronized boolean admits(String system) {
        if (perSecond <= 0) return true;
        long now = nanoTime.getAsLong();
        Deque<Long> times = recent.computeIfAbsent(system, none -> new ArrayDeque<>());
        while (!times.isEmpty() && now - times.getFirst() >= SECOND) times.removeFirst();
        if (times.size() >= perSecond) return false;
        times.addLast(now);
        return true;
    }
}
