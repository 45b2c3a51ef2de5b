package org.driftgate.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Many reviews decided in one sitting: a record for each household, joined by the session. */
@RestController
@RequestMapping("/api/review-sessions")
@Tag(name = "Reviews")
class ReviewSessionsApi {

    private final ReviewSessions sessions;

    ReviewSessionsApi(ReviewSessions sessions) {
        this.sessions = sessions;
    }

    @PostMapping
    @Operation(
            summary = "Decide on several cases, each by itself",
            description = "A case that cannot be decided is named with its problem and holds up no other one. "
                    + "The session of an earlier answer may be continued.")
    SessionAnswer decide(@Valid @RequestBody SessionBody body, Authentication who) {
        ReviewSession session = sessions.open(body.session(), who);
        return new SessionAnswer(
                session.id(),
                body.decisions().stream()
                        .map(one -> session.decide(one.caseId(), one.decision()))
                        .toList());
    }

    record SessionBody(@Nullable UUID session, @NotEmpty List<@Valid @NotNull CaseBody> decisions) {}

    /** {@code decision} is what {@code /api/reviews/{caseId}/decision} takes. */
    record CaseBody(@NotBlank String caseId, @NotNull @Valid DecisionBody decision) {}

    record SessionAnswer(UUID session, List<ReviewSession.Result> results) {}
}
