package org.driftgate.household;

import org.driftgate.shared.HouseholdId;
import org.jspecify.annotations.Nullable;

/** What is wrong in a snapshot: the rule, where, and a sentence. A finding about a household quarantines it alone. */
public record Finding(
        String rule,
        @Nullable HouseholdId household,
        @Nullable String account,
        @Nullable String field,
        String sentence) {}
