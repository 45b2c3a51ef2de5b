package org.driftgate.rebalancing;

import java.util.List;
import java.util.Set;

/**
 * What the household did in the last 30 days and what it declared identical. {@code bought} names securities bought, by
 * anybody and by reinvestment, whose shares are not among the lots here; {@code soldAtLoss} those locked for buying.
 */
public record WashHistory(Set<String> bought, Set<String> soldAtLoss, List<Set<String>> identical) {

    public static final WashHistory NONE = new WashHistory(Set.of(), Set.of(), List.of());

    public WashHistory {
        bought = Set.copyOf(bought);
        soldAtLoss = Set.copyOf(soldAtLoss);
        identical = identical.stream().map(Set::copyOf).toList();
    }
}
