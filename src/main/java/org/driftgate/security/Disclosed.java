package org.driftgate.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.SortedSet;
import java.util.TreeSet;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.HouseholdId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What the answer to the present request tells about households. Whoever builds an answer says so here; the access log
 * takes it down before the answer leaves. Outside a request nothing is told to anybody, and nothing is kept.
 */
public final class Disclosed {

    private static final String KEY = Disclosed.class.getName();

    private final SortedSet<String> cases = new TreeSet<>();
    private final SortedSet<String> households = new TreeSet<>();
    private final SortedSet<String> refused = new TreeSet<>();

    private Disclosed() {}

    static Disclosed by(HttpServletRequest request) {
        var disclosed = new Disclosed();
        request.setAttribute(KEY, disclosed);
        return disclosed;
    }

    public static void add(CaseId about) {
        Disclosed here = here();
        if (here != null) here.take(about);
    }

    public static void add(HouseholdId household) {
        Disclosed here = here();
        if (here != null) here.households.add(household.value());
    }

    /** Somebody asked for a case that he or she may not see. */
    public static void refused(CaseId about) {
        Disclosed here = here();
        if (here != null) here.refused.add(about.value());
    }

    void take(CaseId about) {
        cases.add(about.value());
        households.add(about.household().value());
    }

    boolean isNothing() {
        return households.isEmpty() && refused.isEmpty();
    }

    SortedSet<String> cases() {
        return cases;
    }

    SortedSet<String> households() {
        return households;
    }

    SortedSet<String> refused() {
        return refused;
    }

    private static @Nullable Disclosed here() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Object found = request == null ? null : request.getAttribute(KEY, RequestAttributes.SCOPE_REQUEST);
        return (Disclosed) found;
    }
}
