package org.driftgate.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What was written to the simulated CRM; kept in a journal so that a restart finds it. */
@Simulated
class RedtailRecord {

    private static final int FIRST_ID = 99_001;

    private final World world;
    private final Journal<RedtailEntry> journal;
    private final List<RedtailEntry> entries;

    RedtailRecord(World world, FirmSettings settings) {
        this.world = world;
        this.journal = new Journal<>(settings.data().resolve("simulator").resolve("redtail.jsonl"), RedtailEntry.class);
        this.entries = new ArrayList<>(journal.readAll());
    }

    synchronized RedtailEntry add(RedtailEntry.Kind kind, int contact, JsonNode body) {
        String now = world.time().now().toString();
        var entry = new RedtailEntry(kind, FIRST_ID + entries.size(), contact, now, body);
        journal.append(entry);
        entries.add(entry);
        return entry;
    }

    /** Newest first, as the CRM lists them. */
    synchronized List<RedtailEntry> of(RedtailEntry.Kind kind) {
        List<RedtailEntry> found = new ArrayList<>();
        for (int i = entries.size() - 1; i >= 0; i--) if (entries.get(i).kind() == kind) found.add(entries.get(i));
        return found;
    }

    synchronized List<RedtailEntry> of(RedtailEntry.Kind kind, int contact) {
        return of(kind).stream().filter(entry -> entry.contact() == contact).toList();
    }
}
