package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftgate.rebalancing.WashMatching.LossSale;
import org.driftgate.rebalancing.WashMatching.Match;
import org.driftgate.rebalancing.WashMatching.Replacement;

/**
 * Shares that replace those sold at a loss, each once, by group of identical securities; a purchase of unknown size
 * replaces all. Losses of one day come in the order in which their lots were bought (26 CFR §1.1091-1(b)).
 */
final class WashLedger<G> {

    private final LocalDate day;
    private final Map<G, List<Replacement>> replacements = new HashMap<>();
    private final Set<G> unknown = new HashSet<>();

    WashLedger(LocalDate day) {
        this.day = day;
    }

    /** Outside the window of the day it replaces nothing. */
    void bought(G group, LocalDate on, BigDecimal shares) {
        if (shares.signum() > 0 && WashMatching.isInWindow(day, on))
            replacements
                    .computeIfAbsent(group, first -> new ArrayList<>())
                    .add(new Replacement(on, shares, BigDecimal.ZERO, false));
    }

    void boughtUnknown(G group) {
        unknown.add(group);
    }

    /** What does not count of a loss, zero or more, and uses up what replaces it; zero for a gain. */
    BigDecimal disallowed(G group, BigDecimal shares, BigDecimal gain) {
        if (gain.signum() >= 0) return BigDecimal.ZERO;
        if (unknown.contains(group)) return gain.negate();
        List<Replacement> bought = replacements.getOrDefault(group, List.of());
        WashMatching matching = WashMatching.of(new LossSale(day, shares, gain), bought);
        matching.matches().forEach(match -> use(bought, match));
        return matching.disallowed();
    }

    private static void use(List<Replacement> bought, Match match) {
        Replacement used = match.bought();
        BigDecimal left = used.quantity().subtract(match.quantity());
        bought.set(bought.indexOf(used), new Replacement(used.date(), left, used.cost(), used.retirement()));
    }
}
