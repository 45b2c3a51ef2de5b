package org.driftgate.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.driftgate.process.CaseTasks;
import org.driftgate.shared.PersonId;
import org.driftgate.trading.Breaks;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Differences between orders and the custodian's reports, and what a person found out about them. */
@RestController
@RequestMapping("/api/breaks/{caseId}")
@Tag(name = "Breaks")
class BreaksApi {

    private final OpenCases cases;
    private final Breaks breaks;
    private final CaseTasks tasks;

    BreaksApi(OpenCases cases, Breaks breaks, CaseTasks tasks) {
        this.cases = cases;
        this.breaks = breaks;
        this.tasks = tasks;
    }

    @GetMapping
    @Operation(summary = "What the newest reconciliation found, and which of it is open")
    Breaks.View view(@PathVariable String caseId, Authentication who) {
        return breaks.view(cases.id(caseId, who));
    }

    @PostMapping
    @Operation(summary = "Say what caused the breaks and what was done; the case is reconciled again and goes on")
    CasesApi.CaseAnswer explain(@PathVariable String caseId, @Valid @RequestBody BreakBody body, Authentication who) {
        List<String> problems = tasks.explainBreaks(cases.id(caseId, who), body.note(), new PersonId(who.getName()));
        if (!problems.isEmpty()) throw Answers.refused(problems);
        return CasesApi.CaseAnswer.of(cases.find(caseId, who));
    }

    record BreakBody(@NotBlank String note) {}
}
