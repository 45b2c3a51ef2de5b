package org.driftgate.desk;

import java.util.UUID;
import org.driftgate.process.NotWaitingException;
import org.driftgate.review.ReviewDecision;
import org.driftgate.review.ReviewDecision.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponseException;

/** Several reviews decided in one sitting, each by itself: one that cannot be decided holds up no other. */
record ReviewSession(UUID id, Deciding deciding) {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewSession.class);

    /** Decides on one case in a transaction of its own. */
    @FunctionalInterface
    interface Deciding {

        Outcome decide(String caseId, ReviewDecision decision);
    }

    Result decide(String caseId, DecisionBody body) {
        try {
            return result(caseId, deciding.decide(caseId, body.read().inSession(id)));
        } catch (ErrorResponseException e) {
            return failed(caseId, String.valueOf(e.getBody().getDetail()));
        } catch (NotWaitingException | AccessDeniedException e) {
            return failed(caseId, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("the decision on {} failed", caseId, e);
            return failed(caseId, "Something broke on our side and nothing was recorded; look at the case by itself.");
        }
    }

    private static Result result(String caseId, Outcome outcome) {
        if (outcome instanceof Outcome.Moved moved)
            return failed(caseId, "The case has moved on: " + String.join("; ", moved.changes()));
        if (outcome instanceof Outcome.Refused refused) return failed(caseId, String.join("; ", refused.problems()));
        return new Result(caseId, ((Outcome.Recorded) outcome).route().name(), null);
    }

    private static Result failed(String caseId, String problem) {
        return new Result(caseId, null, problem);
    }

    /** Either the route that was recorded or the problem because of which nothing was. */
    record Result(
            String caseId, @Nullable String route, @Nullable String problem) {}
}
