package org.driftgate.adapter.book;

import org.jspecify.annotations.Nullable;

/** A line of {@code restrictions.csv}: kind is no_sell, no_buy or locked; null, {@code *} in the file, means every account or security. */
public record RestrictionRow(
        String household,
        @Nullable String account,
        @Nullable String symbol,
        String kind,
        String reason) {}
