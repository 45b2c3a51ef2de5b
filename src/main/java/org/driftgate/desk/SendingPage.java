package org.driftgate.desk;

import java.util.List;
import org.driftgate.desk.SendingSwitch.Action;
import org.driftgate.trading.Sending;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the kill switch. */
@Controller
class SendingPage {

    private static final int LONGEST_REASON = 500;

    private final Sending sending;
    private final SendingSwitch change;

    SendingPage(Sending sending, SendingSwitch change) {
        this.sending = sending;
        this.change = change;
    }

    @GetMapping("/sending")
    String page(Authentication who, Model model) {
        Viewer viewer = Viewer.of(who);
        model.addAttribute("mayStop", change.may(viewer, Action.STOP));
        model.addAttribute("mayRestart", change.may(viewer, Action.RESTART));
        model.addAttribute(
                "agreed",
                !sending.stops().isEmpty()
                        && sending.stops().stream().allMatch(stop -> stop.isAgreedBy(viewer.person())));
        model.addAttribute("waiting", sending.waitingCases());
        return "sending";
    }

    @PostMapping("/sending")
    String turn(@RequestParam Action action, @RequestParam String reason, Authentication who, Model model) {
        List<String> problems = problem(reason);
        if (problems.isEmpty()) problems = change.turn(Viewer.of(who), action, reason);
        if (problems.isEmpty()) return "redirect:/sending";
        model.addAttribute("problems", problems);
        return page(who, model);
    }

    private static List<String> problem(String reason) {
        if (reason.isBlank()) return List.of("A reason is required.");
        if (reason.length() > LONGEST_REASON)
            return List.of("The reason may have %d characters.".formatted(LONGEST_REASON));
        return List.of();
    }
}
