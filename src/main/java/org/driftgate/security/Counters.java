package org.driftgate.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** One bucket for each name or address, as many as memory may hold; whoever stays away is forgotten. */
final class Counters {

    private static final int MOST = 50_000;
    private final Cache<String, Bucket> buckets;
    private final int capacity;
    private final int refill;
    private final Duration period;

    /** A bucket holds {@code capacity} and gets {@code refill} back in each {@code period}. */
    Counters(int capacity, int refill, Duration period) {
        this.capacity = capacity;
        this.refill = refill;
        this.period = period;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(period.multipliedBy(capacity).plus(period))
                .build();
    }

    Bucket of(String key) {
        return buckets.get(key, unused -> full());
    }

    void forget(String key) {
        buckets.invalidate(key);
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, period))
                .build();
    }
}
