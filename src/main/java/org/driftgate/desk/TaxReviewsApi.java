package org.driftgate.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import org.driftgate.process.CaseTasks;
import org.driftgate.proposal.LotSale;
import org.driftgate.review.LotPreview;
import org.driftgate.review.TaxReviews;
import org.driftgate.review.TaxReviews.LotChoice.SaleChoice;
import org.driftgate.review.TaxReviews.Outcome;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tax reviewer's choice of lots. */
@RestController
@RequestMapping("/api/tax-reviews/{caseId}")
@Tag(name = "Tax reviews")
class TaxReviewsApi {

    private final OpenCases cases;
    private final TaxReviews reviews;
    private final Choosing choosing;

    /** Records a choice and goes on with the case, in one transaction. */
    @FunctionalInterface
    interface Choosing {

        Outcome choose(CaseId about, TaxReviews.LotChoice choice, PersonId reviewer);
    }

    @Autowired
    TaxReviewsApi(OpenCases cases, TaxReviews reviews, CaseTasks tasks) {
        this(cases, reviews, tasks::chooseLots);
    }

    TaxReviewsApi(OpenCases cases, TaxReviews reviews, Choosing choosing) {
        this.cases = cases;
        this.reviews = reviews;
        this.choosing = choosing;
    }

    @GetMapping
    @Operation(summary = "The lots of every sale, chosen and available, with the netted effect per tax unit")
    TaxReviews.TaxReviewView view(@PathVariable String caseId, Authentication who) {
        return reviews.view(cases.proposed(caseId, who).id());
    }

    @PostMapping
    @Operation(
            summary = "Choose the lots of every sale, in the order in which they are relieved",
            description = "Another quantity, or more gain than was approved, sends the case back to compliance")
    ChoiceAnswer choose(@PathVariable String caseId, @Valid @RequestBody ChoiceBody body, Authentication who) {
        Outcome outcome = choosing.choose(cases.id(caseId, who), body.read(), new PersonId(who.getName()));
        if (outcome instanceof Outcome.Moved moved) throw Answers.moved(moved.changes());
        if (outcome instanceof Outcome.Refused refused) throw Answers.refused(refused.problems());
        boolean changed = ((Outcome.Recorded) outcome).quantitiesChanged();
        return new ChoiceAnswer(caseId, changed, cases.find(caseId, who).state().name());
    }

    @PostMapping("/preview")
    @Operation(
            summary = "What the same choice would lead to: netted tax and budget of each tax unit; nothing is recorded",
            description =
                    "409 with 'changes' when another version stands, 422 with 'problems' when it cannot be chosen")
    LotPreview.Shown preview(@PathVariable String caseId, @Valid @RequestBody ChoiceBody body, Authentication who) {
        LotPreview preview = reviews.preview(cases.proposed(caseId, who).id(), body.read());
        if (preview instanceof LotPreview.Moved moved) throw Answers.moved(moved.changes());
        if (preview instanceof LotPreview.Refused refused) throw Answers.refused(refused.problems());
        return (LotPreview.Shown) preview;
    }

    record ChoiceBody(
            @NotNull Integer version,
            @NotNull String tradeHash,
            @NotNull List<@Valid @NotNull SaleBody> sales,
            @Nullable String note) {

        TaxReviews.LotChoice read() {
            return new TaxReviews.LotChoice(
                    version, tradeHash, sales.stream().map(SaleBody::read).toList(), note == null ? "" : note);
        }
    }

    record SaleBody(
            @NotNull Integer line,
            @NotNull BigDecimal quantity,
            @NotNull List<@Valid @NotNull LotBody> lots) {

        SaleChoice read() {
            String field = "sales[line %d]".formatted(line);
            return new SaleChoice(
                    line,
                    Quantities.read(field + ".quantity", quantity),
                    lots.stream().map(lot -> lot.read(field)).toList());
        }
    }

    record LotBody(@NotBlank String lot, @NotNull BigDecimal quantity) {

        LotSale read(String field) {
            return new LotSale(new LotId(lot), Quantities.read("%s.lots[%s].quantity".formatted(field, lot), quantity));
        }
    }

    record ChoiceAnswer(String caseId, boolean quantitiesChanged, String state) {}
}
