package org.driftgate.shared;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A figure that costs a query: asked for again only when it is older than it may be. */
public final class Reading<T> implements Supplier<T> {

    private final Supplier<T> source;
    private final long mayBeOld;
    private final LongSupplier nanoTime;
    private @Nullable T value;
    private long readAt;

    public Reading(Duration mayBeOld, Supplier<T> source) {
        this(mayBeOld, source, System::nanoTime);
    }

    Reading(Duration mayBeOld, Supplier<T> source, LongSupplier nanoTime) {
        this.source = source;
        this.mayBeOld = mayBeOld.toNanos();
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized T get() {
        long now = nanoTime.getAsLong();
        T known = value;
        if (known != null && now - readAt < mayBeOld) return known;
        T fresh = source.get();
        value = fresh;
        readAt = now;
        return fresh;
    }
}
