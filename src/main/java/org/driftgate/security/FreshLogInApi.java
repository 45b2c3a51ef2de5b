package org.driftgate.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Proves again, in a session that goes on, who is sitting there. */
@RestController
@Tag(name = "Log-in")
class FreshLogInApi {

    private final ProvePassword prove;

    FreshLogInApi(ProvePassword prove) {
        this.prove = prove;
    }

    @PostMapping("/api/fresh-log-in")
    @Operation(
            summary = "Give the password again, as approvals ask for it",
            description = "422 when it is wrong; 409 with 'logIn', an address, for people of single sign-on")
    ResponseEntity<Void> again(@Valid @RequestBody Password body, Authentication who, HttpServletRequest request) {
        if (SingleSignOn.addressFor(who) != null) throw elsewhere(who);
        if (!prove.isRight(who, body.password(), request))
            throw problem(HttpStatus.UNPROCESSABLE_ENTITY, ProvePassword.WRONG);
        return ResponseEntity.noContent().build();
    }

    private static ErrorResponseException elsewhere(Authentication who) {
        var problem = problem(HttpStatus.CONFLICT, "You log in at your firm's provider, not with a password here.");
        problem.getBody().setProperty("logIn", SingleSignOn.addressFor(who));
        return problem;
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    record Password(@NotBlank String password) {}
}
