package org.driftgate.desk;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The API's ways of saying no, as problem+json. */
final class Answers {

    private Answers() {}

    static ErrorResponseException notFound(String detail) {
        return problem(HttpStatus.NOT_FOUND, detail);
    }

    static ErrorResponseException forbidden(String detail) {
        return problem(HttpStatus.FORBIDDEN, detail);
    }

    static ErrorResponseException badField(String field, String detail) {
        var problem = problem(HttpStatus.BAD_REQUEST, "%s: %s".formatted(field, detail));
        problem.getBody().setProperty("field", field);
        return problem;
    }

    /** What was on the screen is not what stands now. */
    static ErrorResponseException moved(List<String> changes) {
        var problem = problem(HttpStatus.CONFLICT, "This has moved on: " + String.join("; ", changes));
        problem.getBody().setProperty("changes", changes);
        return problem;
    }

    static ErrorResponseException notWaiting(String detail) {
        return problem(HttpStatus.CONFLICT, detail);
    }

    /** A rule says no; nothing was recorded. */
    static ErrorResponseException refused(List<String> problems) {
        var problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, String.join("; ", problems));
        problem.getBody().setProperty("problems", problems);
        return problem;
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
