package org.driftgate.desk;

import java.util.List;
import java.util.Optional;
import org.driftgate.audit.AuditLog;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.review.ReviewView;
import org.driftgate.review.Reviews;
import org.driftgate.run.RebalancingCase;
import org.driftgate.shared.CaseId;
import org.driftgate.trading.Orders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a case: where it stands and everything that happened, and its four blocks for the page of the run. */
@Controller
class CasePage {

    private final OpenCases cases;
    private final AuditLog audit;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Orders orders;
    private final EventSentence sentences;
    private final UndoOffers undo;

    CasePage(
            OpenCases cases,
            AuditLog audit,
            Proposals proposals,
            Reviews reviews,
            Orders orders,
            EventSentence sentences,
            UndoOffers undo) {
        this.cases = cases;
        this.audit = audit;
        this.proposals = proposals;
        this.reviews = reviews;
        this.orders = orders;
        this.sentences = sentences;
        this.undo = undo;
    }

    @GetMapping("/cases/{caseId}")
    String page(@PathVariable String caseId, Authentication who, Model model) {
        RebalancingCase about = cases.find(caseId, who);
        List<ProposalVersion> versions = proposals.ofCase(about.id());
        model.addAttribute("about", about);
        model.addAttribute("view", view(about.id()).orElse(null));
        model.addAttribute("versions", VersionDiff.all(versions));
        model.addAttribute("undo", undo.of(about, Viewer.of(who)).orElse(null));
        model.addAttribute("orders", orders.ofCase(about.id()));
        model.addAttribute(
                "timeline",
                audit.ofCase(about.id()).stream()
                        .map(recorded -> TimelineRow.of(recorded, sentences))
                        .toList());
        return "case";
    }

    @GetMapping("/cases/{caseId}/blocks")
    String blocks(@PathVariable String caseId, Authentication who, Model model) {
        model.addAttribute("view", view(cases.id(caseId, who)).orElse(null));
        return "fragments/blocks :: blocks";
    }

    private Optional<ReviewView> view(CaseId about) {
        return proposals.current(about).map(version -> reviews.view(version.about()));
    }
}
