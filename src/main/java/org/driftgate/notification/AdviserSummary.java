package org.driftgate.notification;

import java.util.List;

/** One adviser's households of a run; holds no account number. */
record AdviserSummary(
        String run,
        String date,
        String adviser,
        String firm,
        List<Line> done,
        List<Line> open,
        List<Line> notPossible,
        int insideBand,
        int trades,
        String link) {

    AdviserSummary {
        done = List.copyOf(done);
        open = List.copyOf(open);
        notPossible = List.copyOf(notPossible);
    }

    /** {@code note} is what was done, where it stands, or why it was not possible. */
    record Line(String household, String note, String link) {}
}
