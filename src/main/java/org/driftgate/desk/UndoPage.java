package org.driftgate.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.driftgate.process.ApprovalTasks;
import org.driftgate.review.RevokeApproval;
import org.driftgate.review.RevokeApproval.Outcome;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The button on a case's page that takes its approval back. */
@Controller
class UndoPage {

    private static final int LONGEST_REASON = 500;

    /** Takes the approval of one case back in a transaction of its own. */
    @FunctionalInterface
    interface TakingBack {

        Outcome revoke(CaseId about, RevokeApproval.Request request, PersonId person);
    }

    private final OpenCases cases;
    private final CasePage page;
    private final TakingBack takingBack;

    @Autowired
    UndoPage(OpenCases cases, CasePage page, ApprovalTasks tasks) {
        this(cases, page, tasks::revoke);
    }

    UndoPage(OpenCases cases, CasePage page, TakingBack takingBack) {
        this.cases = cases;
        this.page = page;
        this.takingBack = takingBack;
    }

    @PostMapping("/cases/{caseId}/revocation")
    String revoke(
            @PathVariable String caseId,
            @RequestParam int version,
            @RequestParam String tradeHash,
            @RequestParam String reason,
            Authentication who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var request = new RevokeApproval.Request(version, tradeHash, reason);
        Outcome outcome = reason.length() > LONGEST_REASON
                ? new Outcome.Refused(List.of("The reason may have %d characters.".formatted(LONGEST_REASON)))
                : takingBack.revoke(cases.id(caseId, who), request, new PersonId(who.getName()));
        if (outcome instanceof Outcome.Revoked) {
            after.addFlashAttribute(
                    "takenBack",
                    "The approval of version %d was taken back. The same trades wait for a new review."
                            .formatted(version));
            return "redirect:/cases/" + caseId;
        }
        response.setStatus(status(outcome).value());
        model.addAttribute("problems", problems(outcome));
        model.addAttribute("reason", reason);
        return page.page(caseId, who, model);
    }

    private static HttpStatus status(Outcome outcome) {
        return outcome instanceof Outcome.Moved ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
    }

    private static List<String> problems(Outcome outcome) {
        if (outcome instanceof Outcome.Moved moved) return moved.changes();
        return outcome instanceof Outcome.Refused refused ? refused.problems() : List.of();
    }
}
