package org.driftgate.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.driftgate.security.Access;
import org.driftgate.security.AccessLog;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who saw whose data; for compliance and examiners. */
@RestController
@Tag(name = "Record")
class AccessApi {

    private static final int MOST = 10_000;

    private final AccessLog log;

    AccessApi(AccessLog log) {
        this.log = log;
    }

    @GetMapping("/api/access")
    @Operation(
            summary = "Every answer that disclosed household data, newest first, and the households in all of them",
            description = "Narrowed by person, household or session (the hash in LOGGED_IN); at most 10,000 answers, "
                    + "'complete' says whether that was all. A script has no session.")
    AccessAnswer search(
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String household,
            @RequestParam(required = false) @Nullable String session) {
        List<Access> found = log.search(person, household, session, MOST + 1);
        List<Access> answers = found.stream().limit(MOST).toList();
        SortedSet<String> households = new TreeSet<>();
        answers.forEach(one -> households.addAll(one.households()));
        return new AccessAnswer(found.size() <= MOST, households, answers);
    }

    record AccessAnswer(boolean complete, SortedSet<String> households, List<Access> answers) {}
}
