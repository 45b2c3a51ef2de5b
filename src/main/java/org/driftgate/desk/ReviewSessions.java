package org.driftgate.desk;

import java.util.Optional;
import java.util.UUID;
import org.driftgate.process.CaseTasks;
import org.driftgate.review.ReviewDecision;
import org.driftgate.review.ReviewDecision.Outcome;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Opens a sitting in which one person decides on many cases. */
@Component
class ReviewSessions {

    /** Decides on one case in a transaction of its own. */
    @FunctionalInterface
    interface OnCase {

        Outcome decide(CaseId about, ReviewDecision decision, PersonId person);
    }

    private final OpenCases cases;
    private final RefusedDecisions refusals;
    private final OnCase deciding;

    @Autowired
    ReviewSessions(OpenCases cases, RefusedDecisions refusals, CaseTasks tasks) {
        this(cases, refusals, tasks::decideReview);
    }

    ReviewSessions(OpenCases cases, RefusedDecisions refusals, OnCase deciding) {
        this.cases = cases;
        this.refusals = refusals;
        this.deciding = deciding;
    }

    /** A new session, or the one that is continued. */
    ReviewSession open(@Nullable UUID continued, Authentication who) {
        UUID session = Optional.ofNullable(continued).orElseGet(UUID::randomUUID);
        var person = new PersonId(who.getName());
        return new ReviewSession(session, (caseId, decision) -> {
            CaseId about = cases.id(caseId, who);
            return refusals.watch(
                    new RefusedDecisions.Try(about, decision, person), () -> deciding.decide(about, decision, person));
        });
    }
}
