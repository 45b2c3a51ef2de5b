package org.driftgate.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.driftgate.notification.LetterTemplates;
import org.driftgate.notification.TemplateState;
import org.driftgate.notification.TemplateStates;
import org.driftgate.shared.PersonId;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The letters to clients and compliance's approval of exactly their content. */
@RestController
@RequestMapping("/api/templates")
@Tag(name = "Letter templates")
class TemplatesApi {

    private final TemplateStates states;
    private final LetterTemplates templates;

    TemplatesApi(TemplateStates states, LetterTemplates templates) {
        this.states = states;
        this.templates = templates;
    }

    @GetMapping
    @Operation(summary = "Every version of a letter to clients: content, hash, whether it is in use, who approved it")
    List<TemplateState> all() {
        return states.all();
    }

    @PostMapping("/{name}/{version}/approval")
    @Operation(
            summary = "Approve the content with exactly this hash; approving it again changes nothing",
            description = "409 when the files have another content by now")
    TemplateState approve(
            @PathVariable String name,
            @PathVariable String version,
            @Valid @RequestBody ApprovalBody body,
            Authentication who) {
        TemplateState read = find(name, version);
        if (!read.sha256().equals(body.sha256()))
            throw Answers.moved(List.of("%s %s now has the content %s".formatted(name, version, read.sha256())));
        templates.approve(name, version, new PersonId(who.getName()));
        return find(name, version);
    }

    private TemplateState find(String name, String version) {
        return states.all().stream()
                .filter(one -> one.name().equals(name) && one.version().equals(version))
                .findFirst()
                .orElseThrow(() -> Answers.notFound("There is no letter %s %s.".formatted(name, version)));
    }

    record ApprovalBody(@NotBlank String sha256) {}
}
