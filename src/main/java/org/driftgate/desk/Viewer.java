package org.driftgate.desk;

import java.util.Set;
import java.util.stream.Collectors;
import org.driftgate.run.RebalancingCase;
import org.driftgate.security.Groups;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.PersonId;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Who looks: the firm's other groups see every household; advisers, and whoever is in no group, their own only. */
record Viewer(PersonId person, Set<String> authorities) {

    static Viewer of(Authentication authentication) {
        return new Viewer(
                new PersonId(authentication.getName()),
                authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet()));
    }

    boolean maySee(AdviserId adviser) {
        return seesAll() || adviser.value().equals(person.value());
    }

    boolean maySee(RebalancingCase about) {
        return maySee(about.adviser());
    }

    boolean seesAll() {
        return authorities.stream().anyMatch(Groups.SEE_ALL::contains);
    }
}
