package org.driftgate.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The reviews that wait, to approve many in one session; each is decided by itself and exactly as it was shown. */
@Controller
class ReviewsPage {

    private final ReviewQueue queue;
    private final ReviewSessions sessions;
    private final Clock clock;

    ReviewsPage(ReviewQueue queue, ReviewSessions sessions, Clock clock) {
        this.queue = queue;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping("/reviews")
    String page(Authentication who, Model model) {
        model.addAttribute("rows", queue.of(Viewer.of(who)));
        model.addAttribute("now", clock.instant());
        return "reviews";
    }

    /** The form is read as it is, because a list of texts would be cut at commas. */
    @PostMapping("/reviews")
    String approve(
            @RequestParam MultiValueMap<String, String> form,
            Authentication who,
            Model model,
            HttpServletResponse response) {
        List<ShownReview> selected = form.getOrDefault("selected", List.of()).stream()
                .distinct()
                .map(ShownReview::parse)
                .toList();
        String comment = Objects.requireNonNullElse(form.getFirst("comment"), "");
        if (selected.isEmpty()) return nothingSelected(comment, who, model, response);
        Map<String, String> names = names(who);
        ReviewSession session = sessions.open(null, who);
        model.addAttribute("sessionId", session.id());
        model.addAttribute(
                "rows",
                selected.stream()
                        .map(one -> session.decide(one.caseId(), one.approval(comment)))
                        .map(result -> new SessionRow(names.getOrDefault(result.caseId(), result.caseId()), result))
                        .toList());
        return "reviews-decided";
    }

    private Map<String, String> names(Authentication who) {
        return queue.of(Viewer.of(who)).stream()
                .collect(
                        Collectors.toMap(ReviewRow::caseId, row -> row.summary().householdName()));
    }

    private String nothingSelected(String comment, Authentication who, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("problem", "Select at least one household; nothing was approved.");
        model.addAttribute("comment", comment);
        return page(who, model);
    }

    /** What became of one household in the session. */
    record SessionRow(String name, ReviewSession.Result result) {

        public boolean isApproved() {
            return result.problem() == null;
        }
    }
}
