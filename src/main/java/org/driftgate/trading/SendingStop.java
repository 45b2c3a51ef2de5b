package org.driftgate.trading;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.driftgate.shared.PersonId;

/** A stop of all sending that is in force, with who agreed to end it so far. */
public record SendingStop(long id, PersonId person, String reason, Instant at, List<Agreement> agreements) {

    public record Agreement(PersonId person, String reason, Instant at) {}

    public SendingStop {
        agreements = List.copyOf(agreements);
    }

    public boolean isAgreedBy(PersonId other) {
        return agreements.stream().anyMatch(agreement -> key(agreement.person()).equals(key(other)));
    }

    String sentence() {
        return "Sending is stopped by %s since %s: %s.".formatted(person, at, reason);
    }

    private static String key(PersonId person) {
        return person.value().toLowerCase(Locale.ROOT);
    }
}
