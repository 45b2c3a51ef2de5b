package org.driftgate.desk;

import java.util.Set;
import java.util.stream.Collectors;
import org.driftgate.run.RebalancingCase;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.PersonId;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Who looks: advisers see their own households, everybody else who may log in sees all. */
record Viewer(PersonId person, Set<String> authorities) {

    private static final String ADVISERS = "GROUP_advisers";

    static Viewer of(Authentication authentication) {
        return new Viewer(
                new PersonId(authentication.getName()),
                authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet()));
    }

    boolean maySee(AdviserId adviser) {
        return !isOnlyAdviser() || adviser.value().equals(person.value());
    }

    boolean maySee(RebalancingCase about) {
        return maySee(about.adviser());
    }

    private boolean isOnlyAdviser() {
        return authorities.stream()
                .filter(authority -> authority.startsWith("GROUP_"))
                .allMatch(ADVISERS::equals);
    }
}
