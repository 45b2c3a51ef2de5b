package org.driftgate.desk;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import java.util.stream.Collectors;
import org.driftgate.process.ClockNotMovedException;
import org.driftgate.process.NotWaitingException;
import org.driftgate.shared.SystemFault;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns what can go wrong with a request into problem+json that names the thing. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

    @ExceptionHandler({NotWaitingException.class, ClockNotMovedException.class})
    ProblemDetail notNow(RuntimeException cause) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(cause.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail systemDown(SystemFault cause) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(cause.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException cause) {
        if (cause.getCause() instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) return badField(path(mapping), "has a wrong or unknown value");
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The body is not the JSON that is expected.");
    }

    @ExceptionHandler
    ProblemDetail invalid(MethodArgumentNotValidException cause) {
        FieldError first = cause.getBindingResult().getFieldErrors().get(0);
        return badField(first.getField(), String.valueOf(first.getDefaultMessage()));
    }

    @ExceptionHandler
    ProblemDetail missing(MissingServletRequestParameterException cause) {
        return badField(cause.getParameterName(), "is missing");
    }

    @ExceptionHandler
    ProblemDetail mistyped(MethodArgumentTypeMismatchException cause) {
        return badField(cause.getName(), "'%s' is not a possible value".formatted(cause.getValue()));
    }

    private static ProblemDetail badField(String field, String detail) {
        return Answers.badField(field, detail).getBody();
    }

    private static String path(JsonMappingException cause) {
        return cause.getPath().stream().map(ApiProblems::step).collect(Collectors.joining("."));
    }

    private static String step(Reference reference) {
        return reference.getFieldName() == null ? "[%d]".formatted(reference.getIndex()) : reference.getFieldName();
    }
}
