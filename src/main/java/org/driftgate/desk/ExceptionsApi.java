package org.driftgate.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import org.driftgate.process.CaseTasks;
import org.driftgate.shared.PersonId;
import org.driftgate.trading.ExceptionView;
import org.driftgate.trading.ExecutionExceptions;
import org.driftgate.trading.ExecutionExceptions.Resolution;
import org.driftgate.trading.ExecutionExceptions.Resolution.AmendedLine;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rejected or doubtful orders, and what the adviser decides about them. */
@RestController
@RequestMapping("/api/exceptions/{caseId}")
@Tag(name = "Exceptions")
class ExceptionsApi {

    private final OpenCases cases;
    private final ExecutionExceptions exceptions;
    private final CaseTasks tasks;

    ExceptionsApi(OpenCases cases, ExecutionExceptions exceptions, CaseTasks tasks) {
        this.cases = cases;
        this.exceptions = exceptions;
        this.tasks = tasks;
    }

    @GetMapping
    @Operation(summary = "What happened, order by order, and which actions are safe")
    ExceptionView view(@PathVariable String caseId, Authentication who) {
        return exceptions.view(cases.id(caseId, who));
    }

    @PostMapping
    @Operation(
            summary = "Retry, amend (back to the gate), cancel, or say that it was handled by hand",
            description = "BY_HAND needs the custodian's reference, AMEND needs lines, every action needs a reason")
    CasesApi.CaseAnswer resolve(
            @PathVariable String caseId, @Valid @RequestBody ResolutionBody body, Authentication who) {
        List<String> problems = tasks.resolveException(cases.id(caseId, who), body.read(), new PersonId(who.getName()));
        if (!problems.isEmpty()) throw Answers.refused(problems);
        return CasesApi.CaseAnswer.of(cases.find(caseId, who));
    }

    record ResolutionBody(
            ExecutionExceptions.@NotNull Action action,
            @Nullable String reference,
            @NotBlank String reason,
            @Nullable List<@Valid @NotNull AmendedBody> lines) {

        Resolution read() {
            List<AmendedLine> amended = lines == null
                    ? List.of()
                    : lines.stream().map(AmendedBody::read).toList();
            return new Resolution(action, reference, reason, amended);
        }
    }

    record AmendedBody(@NotNull Integer line, @NotNull BigDecimal quantity) {

        AmendedLine read() {
            return new AmendedLine(line, Quantities.read("lines[line %d].quantity".formatted(line), quantity));
        }
    }
}
