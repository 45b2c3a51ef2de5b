package org.driftgate.desk;

import java.util.Set;
import org.driftgate.security.Groups;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Every page names who is logged in. */
@ControllerAdvice(assignableTypes = {RunPage.class, CasePage.class})
class PagePerson {

    private static final Set<String> COCKPIT = Set.of(Groups.ADMINISTRATORS, Groups.OWNERS, Groups.EXAMINERS);

    @ModelAttribute("person")
    String person(@Nullable Authentication who) {
        return who == null ? "" : who.getName();
    }

    /** Cockpit answers everybody else with its own refusal, so it is not offered. */
    @ModelAttribute("maySeeCockpit")
    boolean maySeeCockpit(@Nullable Authentication who) {
        return who != null
                && who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(COCKPIT::contains);
    }
}
