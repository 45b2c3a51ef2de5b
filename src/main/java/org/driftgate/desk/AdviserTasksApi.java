package org.driftgate.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.driftgate.process.CaseTasks;
import org.driftgate.shared.PersonId;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The adviser's answers: to a reviewer's question, and about a household that left the routine path. */
@RestController
@Tag(name = "Adviser's answers")
class AdviserTasksApi {

    private final OpenCases cases;
    private final CaseTasks tasks;

    AdviserTasksApi(OpenCases cases, CaseTasks tasks) {
        this.cases = cases;
        this.tasks = tasks;
    }

    @PostMapping("/api/questions/{caseId}")
    @Operation(summary = "Answer the reviewer's question; the case goes back to review")
    CasesApi.CaseAnswer answer(@PathVariable String caseId, @Valid @RequestBody AnswerBody body, Authentication who) {
        tasks.answerQuestion(cases.id(caseId, who), body.answer(), new PersonId(who.getName()));
        return CasesApi.CaseAnswer.of(cases.find(caseId, who));
    }

    @PostMapping("/api/manual/{caseId}")
    @Operation(summary = "Say how the household was handled by hand; the case closes")
    CasesApi.CaseAnswer handled(@PathVariable String caseId, @Valid @RequestBody ManualBody body, Authentication who) {
        tasks.recordManualHandling(cases.id(caseId, who), body.note(), new PersonId(who.getName()));
        return CasesApi.CaseAnswer.of(cases.find(caseId, who));
    }

    record AnswerBody(@NotBlank String answer) {}

    record ManualBody(@NotBlank String note) {}
}
