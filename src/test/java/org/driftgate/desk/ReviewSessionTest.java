package org.driftgate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.driftgate.process.NotWaitingException;
import org.driftgate.review.ReviewDecision;
import org.driftgate.review.ReviewDecision.Kind;
import org.driftgate.review.ReviewDecision.Outcome;
import org.driftgate.review.ReviewDecision.Route;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.VersionId;
import org.junit.jupiter.api.Test;

class ReviewSessionTest {

    private final UUID id = UUID.randomUUID();
    private final List<ReviewDecision> recorded = new ArrayList<>();

    @Test
    void decidesFiftyCasesThoughSomeOfThemCannotBeDecided() {
        var session = new ReviewSession(id, this::decide);

        List<ReviewSession.Result> results = IntStream.rangeClosed(1, 50)
                .mapToObj(number ->
                        session.decide("R1.H" + number, new DecisionBody(1, "ab", Kind.APPROVE, null, null, null)))
                .toList();

        assertThat(results).hasSize(50);
        assertThat(recorded)
                .hasSize(45)
                .allSatisfy(decision -> assertThat(decision.session()).isEqualTo(id));
        assertThat(results)
                .filteredOn(result -> "APPROVED".equals(result.route()))
                .hasSize(45);
        assertThat(problemOf("R1.H7", results)).isEqualTo("Case R1.H7 does not wait.");
        assertThat(problemOf("R1.H8", results)).isEqualTo("account A1 would be short of $5.00");
        assertThat(problemOf("R1.H9", results)).isEqualTo("The case has moved on: version 2 took its place");
        assertThat(problemOf("R1.H10", results)).isEqualTo("There is no case R1.H10.");
        assertThat(problemOf("R1.H11", results))
                .contains("nothing was recorded")
                .doesNotContain("broken pipe");
    }

    private Outcome decide(String caseId, ReviewDecision decision) {
        switch (caseId) {
            case "R1.H7" -> throw new NotWaitingException(new CaseId(caseId), "Case R1.H7 does not wait.");
            case "R1.H8" -> {
                return new Outcome.Refused(List.of("account A1 would be short of $5.00"));
            }
            case "R1.H9" -> {
                return new Outcome.Moved(List.of("version 2 took its place"));
            }
            case "R1.H10" -> throw Answers.notFound("There is no case R1.H10.");
            case "R1.H11" -> throw new IllegalStateException("broken pipe");
            default -> recorded.add(decision);
        }
        return new Outcome.Recorded(Route.APPROVED, new VersionId(UUID.randomUUID()));
    }

    private static String problemOf(String caseId, List<ReviewSession.Result> results) {
        return results.stream()
                .filter(result -> result.caseId().equals(caseId))
                .map(result -> String.valueOf(result.problem()))
                .findFirst()
                .orElseThrow();
    }
}
