package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Groups of securities declared identical and what may be decided about each (specification §5.1). */
final class WashGroups {

    private static final List<WashChoice> BUY = List.of(WashChoice.BUY);
    private static final List<WashChoice> REST = List.of(WashChoice.REST);
    private static final List<WashChoice> HARVEST = List.of(WashChoice.HARVEST);
    private static final List<WashChoice> BUY_OR_CLEAR = List.of(WashChoice.BUY, WashChoice.CLEAR);
    private static final List<WashChoice> CLEAR_OR_REST = List.of(WashChoice.CLEAR, WashChoice.REST);
    private static final List<WashChoice> BUY_OR_HARVEST = List.of(WashChoice.BUY, WashChoice.HARVEST);

    /** The group of a security. */
    final int[] groupOf;

    final int count;
    /** The positions of each group. */
    final int[][] positions;

    /** By group, what is taken when nothing is searched first. */
    final List<List<WashChoice>> allowed;

    private final boolean[] hasLoss;

    WashGroups(HouseholdProblem problem, LotStack stack) {
        groupOf = groups(problem);
        count = count(groupOf);
        positions = positions(problem);
        hasLoss = new boolean[count];
        allowed = new ArrayList<>(count);
        double[] sellable = stack.sellable();
        boolean[] bought = named(problem, problem.request.wash().bought());
        boolean[] elsewhere = named(problem, problem.boughtElsewhere);
        for (int group = 0; group < count; group++) bought[group] |= elsewhere[group];
        boolean[] locked = named(problem, problem.request.wash().soldAtLoss());
        for (int group = 0; group < count; group++)
            allowed.add(allowed(problem, stack, sellable, group, bought[group], locked[group]));
    }

    /** What a group is left at when nothing is searched. */
    WashChoice first(int group) {
        return allowed.get(group).get(0);
    }

    /** Whether a taxable loss could be sold. */
    boolean hasLoss(int group) {
        return hasLoss[group];
    }

    /** Nothing is left to choose. */
    boolean isDecided() {
        for (List<WashChoice> choices : allowed) if (choices.size() > 1) return false;
        return true;
    }

    WashChoice[] first() {
        WashChoice[] choices = new WashChoice[count];
        for (int group = 0; group < count; group++) choices[group] = first(group);
        return choices;
    }

    private static int count(int[] groupOf) {
        int last = -1;
        for (int group : groupOf) last = Math.max(last, group);
        return last + 1;
    }

    private static int[] groups(HouseholdProblem problem) {
        int[] root = new int[problem.securities.size()];
        for (int security = 0; security < root.length; security++) root[security] = security;
        List<Set<String>> declared = problem.request.wash().identical();
        if (declared.isEmpty()) return root;
        IdIndex index = IdIndex.of(problem.securities, TradedSecurity::symbol);
        for (Set<String> identical : declared) {
            int[] members = identical.stream()
                    .filter(index::contains)
                    .mapToInt(index::at)
                    .sorted()
                    .toArray();
            for (int member : members) join(root, members[0], member);
        }
        return numbered(root);
    }

    private static void join(int[] root, int left, int right) {
        int low = Math.min(root[left], root[right]);
        int high = Math.max(root[left], root[right]);
        for (int security = 0; security < root.length; security++) if (root[security] == high) root[security] = low;
    }

    private static int[] numbered(int[] root) {
        int[] number = new int[root.length];
        int next = 0;
        for (int security = 0; security < root.length; security++)
            number[security] = root[security] == security ? next++ : number[root[security]];
        return number;
    }

    private int[][] positions(HouseholdProblem problem) {
        int[] size = new int[count];
        for (int position = 0; position < problem.positions.count; position++)
            size[groupOf[problem.positions.security[position]]]++;
        int[][] members = new int[count][];
        for (int group = 0; group < count; group++) members[group] = new int[size[group]];
        for (int position = problem.positions.count - 1; position >= 0; position--) {
            int group = groupOf[problem.positions.security[position]];
            members[group][--size[group]] = position;
        }
        return members;
    }

    private List<WashChoice> allowed(
            HouseholdProblem problem,
            LotStack stack,
            double[] sellable,
            int group,
            boolean boughtElsewhere,
            boolean locked) {
        boolean loss = false;
        boolean buyable = false;
        boolean recent = false;
        boolean recentStays = boughtElsewhere;
        for (int position : positions[group]) {
            buyable |= problem.positions.mayBuy[position];
            double bought = 0;
            int end = problem.positions.lotStart[position + 1];
            for (int lot = problem.positions.lotStart[position]; lot < end; lot++) {
                loss |= problem.lots.loss[lot] && stack.isSellable(lot);
                recent |= problem.lots.recent[lot];
                recentStays |= problem.lots.recent[lot] && !stack.isSellable(lot);
                if (problem.lots.recent[lot]) bought += problem.lots.cents[lot];
            }
            recentStays |= bought > sellable[position];
            recentStays |= bought > 0 && bought < Cents.of(problem.policy.minimumTrade());
        }
        hasLoss[group] = loss;
        if (!loss || recentStays) return locked ? REST : BUY;
        if (recent) return locked ? CLEAR_OR_REST : BUY_OR_CLEAR;
        return locked || !buyable ? HARVEST : BUY_OR_HARVEST;
    }

    /** The groups of which a member is named. */
    private boolean[] named(HouseholdProblem problem, Set<String> symbols) {
        boolean[] named = new boolean[count];
        if (symbols.isEmpty()) return named;
        for (int security = 0; security < groupOf.length; security++)
            named[groupOf[security]] |=
                    symbols.contains(problem.securities.get(security).symbol());
        return named;
    }
}
