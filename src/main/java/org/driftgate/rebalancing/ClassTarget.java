package org.driftgate.rebalancing;

import org.jspecify.annotations.Nullable;

/** A class, sub-class or group of substitutes; {@code parent} is the class it belongs to, null at the top. */
public record ClassTarget(
        String id, @Nullable String parent, @Nullable DriftTarget target) {}
