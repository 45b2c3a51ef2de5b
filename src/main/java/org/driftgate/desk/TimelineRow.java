package org.driftgate.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.RecordedEntry;
import org.jspecify.annotations.Nullable;

/** One entry of the record as the page shows it: who did what when, in a sentence where there is one, and the facts. */
record TimelineRow(
        Instant at,
        Instant recordedAt,
        String what,
        String who,
        @Nullable String sentence,
        List<FactLine> facts,
        @Nullable String sourceHash) {

    /** Sentences say most, so they come first; long tables come last. */
    private static final List<String> FIRST = List.of("sentence", "reason", "whatHappened", "before", "after");

    static TimelineRow of(RecordedEntry recorded, EventSentence sentences) {
        AuditEntry entry = recorded.entry();
        boolean unattended = entry.actor().equals(AuditEntry.SYSTEM);
        return new TimelineRow(
                recorded.businessTime(),
                recorded.recordedTime(),
                EventWords.of(entry.event()),
                unattended ? "Driftgate" : entry.actor().value(),
                sentences.of(entry).orElse(null),
                facts(entry.facts()),
                entry.sourceHash());
    }

    private static List<FactLine> facts(Map<String, ?> facts) {
        return facts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, ?>>comparingInt(fact -> rank(fact.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .map(fact -> FactLine.of(fact.getKey(), fact.getValue()))
                .sorted(Comparator.comparing(FactLine::isTable))
                .toList();
    }

    private static int rank(String name) {
        int place = FIRST.indexOf(name);
        return place < 0 ? FIRST.size() : place;
    }
}
