package org.driftgate.security;

import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The groups of the firm; membership is kept in the engine's identity service and carried as {@code GROUP_…}. */
public final class Groups {

    public static final String COMPLIANCE = "GROUP_compliance";
    public static final String TAX = "GROUP_tax";
    public static final String ADVISERS = "GROUP_advisers";
    public static final String TRADERS = "GROUP_traders";
    public static final String OWNERS = "GROUP_owners";
    public static final String EXAMINERS = "GROUP_examiners";
    public static final String ADMINISTRATORS = "GROUP_camunda-admin";

    /** Whoever is in one of these sees every household; advisers see their own only. */
    public static final Set<String> SEE_ALL = Set.of(COMPLIANCE, TAX, TRADERS, OWNERS, EXAMINERS, ADMINISTRATORS);

    /** Examiners read and change nothing, by any road. */
    static final Set<String> MAY_CHANGE = Set.of(COMPLIANCE, TAX, ADVISERS, TRADERS, OWNERS, ADMINISTRATORS);

    private static final String PREFIX = "GROUP_";

    private Groups() {}

    /** The plain group names, as the engine knows them. */
    public static List<String> of(Authentication person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority.startsWith(PREFIX))
                .map(authority -> authority.substring(PREFIX.length()))
                .toList();
    }

    static SimpleGrantedAuthority authority(String group) {
        return new SimpleGrantedAuthority(PREFIX + group);
    }
}
