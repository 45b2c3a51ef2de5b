package org.driftgate.adapter.book;

import org.jspecify.annotations.Nullable;

/** A line of {@code households.csv}. The client e-mail may be empty or hold several, each plain or with a name: {@code Ana Reyes <ana@client.example>; Leo Reyes <leo@client.example>}. */
public record HouseholdRow(
        String household,
        String name,
        String advisor,
        String advisorEmail,
        String clientEmail,
        @Nullable String model,
        String approvalMode) {}
