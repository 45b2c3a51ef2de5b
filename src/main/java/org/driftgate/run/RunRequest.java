package org.driftgate.run;

import java.util.List;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.PersonId;

/** Who asks for a run, why, and for which households; an empty list means all of them. */
public record RunRequest(RunSource source, PersonId requestedBy, String reason, List<HouseholdId> households) {

    public RunRequest {
        households = List.copyOf(households);
        if (reason.isBlank()) throw new IllegalArgumentException("a run needs a reason");
    }

    public boolean coversAll() {
        return households.isEmpty();
    }
}
