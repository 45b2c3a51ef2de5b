package org.driftgate.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client notice says, in words and formatted numbers; holds no account number. */
record ClientNotice(
        String recipient,
        String firm,
        String adviser,
        String adviserAddress,
        String date,
        boolean partlyCompleted,
        List<AllocationRow> allocation,
        List<String> trades,
        List<String> notDone,
        @Nullable String taxSentence) {

    ClientNotice {
        allocation = List.copyOf(allocation);
        trades = List.copyOf(trades);
        notDone = List.copyOf(notDone);
    }

    /** Weights in percent with one digit; the bar is whole percent from 0 to 100. */
    record AllocationRow(String assetClass, String before, String after, String target, int bar) {

        /** A line of the plain-text table. */
        public String line() {
            return "  %-28s %8s %8s %8s".formatted(assetClass, before, after, target);
        }
    }
}
