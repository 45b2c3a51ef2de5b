package org.driftgate.security.setup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The set-up as a page and for scripts; both are gone as soon as there is an administrator. */
@Controller
class SetUpPages {

    private final SetUp setUp;

    SetUpPages(SetUp setUp) {
        this.setUp = setUp;
    }

    record Body(
            @NotNull String token,
            @NotNull String user,
            @NotNull String password) {}

    @GetMapping("/setup")
    String page() {
        if (!setUp.isOpen()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return "setup";
    }

    @PostMapping("/setup")
    String submitted(
            @RequestParam String token, @RequestParam String user, @RequestParam String password, Model model) {
        SetUp.Outcome outcome = setUp.makeAdministrator(token.strip(), user, password);
        if (outcome instanceof SetUp.Outcome.Made) return "redirect:/login";
        if (outcome instanceof SetUp.Outcome.Refused refused) {
            model.addAttribute("problem", refused.reason());
            model.addAttribute("user", user);
            return "setup";
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    @PostMapping("/api/setup")
    @ResponseBody
    ResponseEntity<?> called(@RequestBody @Valid Body body) {
        SetUp.Outcome outcome = setUp.makeAdministrator(body.token(), body.user(), body.password());
        if (outcome instanceof SetUp.Outcome.Made made)
            return ResponseEntity.status(HttpStatus.CREATED).body(new Made(made.name(), "/login"));
        if (outcome instanceof SetUp.Outcome.Refused refused)
            return problem(HttpStatus.UNPROCESSABLE_ENTITY, "Nothing was made: " + refused.reason() + ".");
        return problem(HttpStatus.NOT_FOUND, "The set-up is closed: there is an administrator.");
    }

    record Made(String user, String next) {}

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }
}
