package org.driftgate.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.driftgate.process.NotWaitingException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says on a page what the API would say as a problem. */
@ControllerAdvice(assignableTypes = {RunPage.class, CasePage.class, UndoPage.class, ReviewsPage.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {

    @ExceptionHandler
    String refused(ErrorResponseException cause, Model model, HttpServletResponse response) {
        return page(
                HttpStatus.valueOf(cause.getStatusCode().value()),
                cause.getBody().getDetail(),
                model,
                response);
    }

    @ExceptionHandler
    String notNow(NotWaitingException cause, Model model, HttpServletResponse response) {
        return page(HttpStatus.CONFLICT, cause.getMessage(), model, response);
    }

    @ExceptionHandler
    String mistyped(MethodArgumentTypeMismatchException cause, Model model, HttpServletResponse response) {
        String detail = "'%s' is not a possible %s.".formatted(cause.getValue(), cause.getName());
        return page(HttpStatus.BAD_REQUEST, detail, model, response);
    }

    private static String page(HttpStatus status, @Nullable String detail, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("status", status.value());
        model.addAttribute("error", status.getReasonPhrase());
        model.addAttribute("detail", detail);
        return "error";
    }
}
