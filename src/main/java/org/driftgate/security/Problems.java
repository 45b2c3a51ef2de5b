package org.driftgate.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Says 401 and 403 as problem+json. No challenge header: a browser would ask for a password and keep it. */
@Component
class Problems {

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    void unauthorized(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (cause instanceof TooManyAttempts tooMany) {
            tooMany(request, response, tooMany.pauseSeconds());
            return;
        }
        write(request, response, HttpStatus.UNAUTHORIZED, "Log in first, or send name and password (HTTP Basic).");
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        String detail = cause instanceof CsrfException
                ? "Send the value of the cookie %s in the header %s.".formatted(Csrf.COOKIE, Csrf.HEADER)
                : "Your groups do not allow %s %s.".formatted(request.getMethod(), request.getRequestURI());
        RecordRefusals.because(request, detail);
        write(request, response, HttpStatus.FORBIDDEN, detail);
    }

    /**
     * {@code logIn} is where people of single sign-on go; everybody else posts the password. Not 401: on that Tasklist
     * throws its person out, with what was typed.
     */
    void tooOld(HttpServletRequest request, HttpServletResponse response, Authentication person) throws IOException {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.FORBIDDEN, "Your log-in is too old for this. Prove who you are, then send it again.");
        problem.setType(URI.create("/problems/fresh-authentication-needed"));
        problem.setProperty("logIn", SingleSignOn.addressFor(person));
        write(request, response, problem);
    }

    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        write(request, response, ProblemDetail.forStatusAndDetail(status, detail));
    }

    void tooMany(HttpServletRequest request, HttpServletResponse response, long seconds) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        write(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "Too much at once; try again in %d s.".formatted(seconds));
    }

    void tooLarge(HttpServletRequest request, HttpServletResponse response, long most) throws IOException {
        write(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "At most %d bytes are accepted here.".formatted(most));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
