package org.driftgate.rebalancing;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What an adviser must see about the wash choice of a group: facts, never a judgement. */
final class WashFlags {

    static final String RECENT_PURCHASE = "recent purchase <=30 days: adviser sees it";

    private final HouseholdProblem problem;
    private final WashGroups groups;

    WashFlags(HouseholdProblem problem, WashGroups groups) {
        this.problem = problem;
        this.groups = groups;
    }

    /** The securities of a group that somebody bought in the last 30 days. */
    List<String> recentlyBought(int group) {
        Stream<String> held = IntStream.of(groups.positions[group])
                .boxed()
                .filter(this::holdsRecentLot)
                .map(position -> problem.positions.security[position])
                .map(security -> problem.securities.get(security).symbol());
        boolean none = problem.request.wash().bought().isEmpty() && problem.boughtElsewhere.isEmpty();
        Stream<String> declared = IntStream.range(0, none ? 0 : groups.groupOf.length)
                .filter(security -> groups.groupOf[security] == group)
                .mapToObj(security -> problem.securities.get(security).symbol())
                .filter(symbol ->
                        problem.request.wash().bought().contains(symbol) || problem.boughtElsewhere.contains(symbol));
        return Stream.concat(held, declared).distinct().sorted().toList();
    }

    private boolean holdsRecentLot(int position) {
        int end = problem.positions.lotStart[position + 1];
        for (int lot = problem.positions.lotStart[position]; lot < end; lot++)
            if (problem.lots.recent[lot]) return true;
        return false;
    }

    /** Flags of a decided group; none when nothing was bought lately. */
    List<String> of(int group) {
        return recentlyBought(group).isEmpty() ? List.of() : List.of(RECENT_PURCHASE);
    }

    /** Losses sold although the choice of their group freezes them: cash left no other way. */
    List<String> forced(Plan plan, WashView wash) {
        return IntStream.range(0, problem.positions.count)
                .filter(position -> wash.of(position).freezesLosses() && sellsLoss(plan, position))
                .mapToObj(position -> problem.securities
                        .get(problem.positions.security[position])
                        .symbol())
                .distinct()
                .sorted()
                .map("%s: loss sold in a group bought lately or today, a wash sale"::formatted)
                .toList();
    }

    private boolean sellsLoss(Plan plan, int position) {
        int end = problem.positions.lotStart[position + 1];
        for (int lot = problem.positions.lotStart[position]; lot < end; lot++)
            if (plan.sold[lot] > 0 && problem.lots.loss[lot]) return true;
        return false;
    }
}
