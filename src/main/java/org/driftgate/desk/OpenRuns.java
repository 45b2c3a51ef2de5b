package org.driftgate.desk;

import org.driftgate.run.Run;
import org.driftgate.run.Runs;
import org.driftgate.shared.RunId;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;

/** Finds the run that a request names. */
@Component
class OpenRuns {

    private final Runs runs;

    OpenRuns(Runs runs) {
        this.runs = runs;
    }

    Run find(String id) {
        if (id.isBlank()) throw Answers.notFound("A run has an id.");
        try {
            return runs.find(new RunId(id));
        } catch (IllegalArgumentException | EmptyResultDataAccessException e) {
            throw Answers.notFound("There is no run %s.".formatted(id));
        }
    }
}
