package org.driftgate.desk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.driftgate.process.CaseTasks;
import org.driftgate.review.ReviewDecision.Outcome;
import org.driftgate.review.ReviewDrafts;
import org.driftgate.review.ReviewView;
import org.driftgate.review.Reviews;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The compliance review of a case. */
@RestController
@RequestMapping("/api/reviews/{caseId}")
@Tag(name = "Reviews")
class ReviewsApi {

    private final OpenCases cases;
    private final Reviews reviews;
    private final CaseTasks tasks;
    private final RefusedDecisions refusals;
    private final ReviewDrafts drafts;

    ReviewsApi(OpenCases cases, Reviews reviews, CaseTasks tasks, RefusedDecisions refusals, ReviewDrafts drafts) {
        this.cases = cases;
        this.reviews = reviews;
        this.tasks = tasks;
        this.refusals = refusals;
        this.drafts = drafts;
    }

    @GetMapping
    @Operation(summary = "What the reviewer sees: version and hash, allocation, trades with lots, tax, findings")
    ShownView view(@PathVariable String caseId, Authentication who) {
        CaseId about = cases.proposed(caseId, who).id();
        return new ShownView(
                reviews.view(about),
                reviews.objectionTo(about, new PersonId(who.getName())).orElse(null));
    }

    @PostMapping("/preview")
    @Operation(summary = "What the same changes would lead to; nothing is recorded")
    ReviewView preview(@PathVariable String caseId, @Valid @RequestBody DecisionBody body, Authentication who) {
        return reviews.preview(cases.proposed(caseId, who).id(), body.read());
    }

    @PostMapping("/decision")
    @Operation(
            summary = "Decide on exactly this version",
            description = "409 with 'changes' when another version stands, 422 with 'problems' when a rule refuses it")
    DecisionAnswer decide(@PathVariable String caseId, @Valid @RequestBody DecisionBody body, Authentication who) {
        CaseId about = cases.id(caseId, who);
        var attempt = new RefusedDecisions.Try(about, body.read(), new PersonId(who.getName()));
        Outcome outcome =
                refusals.watch(attempt, () -> tasks.decideReview(about, attempt.decision(), attempt.person()));
        if (outcome instanceof Outcome.Moved moved) throw Answers.moved(moved.changes());
        if (outcome instanceof Outcome.Refused refused) throw Answers.refused(refused.problems());
        var recorded = (Outcome.Recorded) outcome;
        return new DecisionAnswer(
                caseId,
                recorded.route().name(),
                recorded.version().toString(),
                cases.find(caseId, who).state().name());
    }

    @GetMapping("/draft")
    @Operation(summary = "My unfinished edits as I left them, or nothing (204)")
    ResponseEntity<String> draft(@PathVariable String caseId, Authentication who) {
        return drafts.load(cases.id(caseId, who), new PersonId(who.getName()))
                .map(draft -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(draft.content()))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PutMapping("/draft")
    @Operation(summary = "Keep my unfinished edits of a version; the body needs 'version', the rest is the form's")
    ResponseEntity<Void> saveDraft(@PathVariable String caseId, @RequestBody JsonNode content, Authentication who) {
        if (!content.path("version").canConvertToInt()) throw Answers.badField("version", "must be a number");
        drafts.save(
                cases.proposed(caseId, who).id(),
                new PersonId(who.getName()),
                content.path("version").intValue(),
                content.toString());
        return ResponseEntity.noContent().build();
    }

    /** {@code whyNotYou}: why the person who asks cannot sign the version, where that is so. */
    record ShownView(
            @JsonUnwrapped ReviewView review, @Nullable String whyNotYou) {}

    record DecisionAnswer(String caseId, String route, String version, String state) {}
}
