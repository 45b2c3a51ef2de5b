package org.driftgate.desk;

import java.util.List;
import java.util.Set;
import org.driftgate.security.Groups;
import org.driftgate.trading.Sending;
import org.driftgate.trading.SendingStop;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Every page names who is logged in. */
@ControllerAdvice(
        assignableTypes = {RunPage.class, CasePage.class, UndoPage.class, ReviewsPage.class, SendingPage.class})
class PagePerson {

    private static final Set<String> COCKPIT = Set.of(Groups.ADMINISTRATORS, Groups.OWNERS, Groups.EXAMINERS);

    private final Sending sending;

    PagePerson(Sending sending) {
        this.sending = sending;
    }

    /** While all sending is stopped, every page says so. */
    @ModelAttribute("stops")
    List<SendingStop> stops() {
        return sending.stops();
    }

    @ModelAttribute("person")
    String person(@Nullable Authentication who) {
        return who == null ? "" : who.getName();
    }

    /** Cockpit answers everybody else with its own refusal, so it is not offered. */
    @ModelAttribute("maySeeCockpit")
    boolean maySeeCockpit(@Nullable Authentication who) {
        return isOneOf(COCKPIT, who);
    }

    @ModelAttribute("maySeeReviews")
    boolean maySeeReviews(@Nullable Authentication who) {
        return isOneOf(Set.of(Groups.COMPLIANCE), who);
    }

    private static boolean isOneOf(Set<String> groups, @Nullable Authentication who) {
        return who != null
                && who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(groups::contains);
    }
}
