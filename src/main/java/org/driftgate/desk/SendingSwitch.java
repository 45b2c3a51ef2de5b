package org.driftgate.desk;

import java.util.List;
import java.util.Set;
import org.driftgate.security.Groups;
import org.driftgate.shared.PersonId;
import org.driftgate.trading.Sending;
import org.springframework.stereotype.Component;

/** Who may stop all sending and who may agree to restart it: an administrator may stop it, but decides nothing about trades. */
@Component
class SendingSwitch {

    enum Action {
        STOP,
        RESTART
    }

    private static final Set<String> MAY_RESTART = Set.of(Groups.COMPLIANCE, Groups.TRADERS, Groups.OWNERS);
    private static final Set<String> MAY_STOP =
            Set.of(Groups.COMPLIANCE, Groups.TRADERS, Groups.OWNERS, Groups.ADMINISTRATORS);

    private final Sending sending;

    SendingSwitch(Sending sending) {
        this.sending = sending;
    }

    boolean may(Viewer viewer, Action action) {
        Set<String> groups = action == Action.STOP ? MAY_STOP : MAY_RESTART;
        return viewer.authorities().stream().anyMatch(groups::contains);
    }

    /** What is against it; empty means done. */
    List<String> turn(Viewer viewer, Action action, String reason) {
        if (!may(viewer, action)) throw Answers.forbidden(refusal(action));
        PersonId person = viewer.person();
        if (action == Action.RESTART) return sending.agreeToRestart(person, reason);
        sending.stop(person, reason);
        return List.of();
    }

    private static String refusal(Action action) {
        return action == Action.STOP
                ? "Only compliance, traders, owners and administrators may stop all sending."
                : "Only compliance, traders and owners may restart sending.";
    }
}
