package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.List;

/** The wash choices that differ from given ones: in any groups where these are very few, in one group where they are few. */
final class ChoiceFlips {

    private static final int MOST_COMBINED = 64;
    private static final int MOST_GROUPS = 12;

    private ChoiceFlips() {}

    static List<WashChoice[]> of(Solution from) {
        List<Integer> open = new ArrayList<>();
        long combined = 1;
        for (int group = 0; group < from.groups.count; group++) {
            int allowed = from.groups.allowed.get(group).size();
            if (allowed > 1) open.add(group);
            combined = Math.min(combined * allowed, MOST_COMBINED + 1L);
        }
        if (open.size() > MOST_GROUPS) return List.of();
        return combined <= MOST_COMBINED ? combinations(from, open) : single(from, open);
    }

    private static List<WashChoice[]> single(Solution from, List<Integer> open) {
        List<WashChoice[]> single = new ArrayList<>();
        for (int group : open) flip(from, group, from.choices, single);
        return single;
    }

    private static List<WashChoice[]> combinations(Solution from, List<Integer> open) {
        List<WashChoice[]> all = new ArrayList<>();
        for (int group : open) {
            List<WashChoice[]> flipped = new ArrayList<>();
            for (WashChoice[] others : all) flip(from, group, others, flipped);
            flip(from, group, from.choices, flipped);
            all.addAll(flipped);
        }
        return all;
    }

    private static void flip(Solution from, int group, WashChoice[] choices, List<WashChoice[]> flipped) {
        for (WashChoice choice : from.groups.allowed.get(group)) {
            if (choice == from.choices[group]) continue;
            WashChoice[] other = choices.clone();
            other[group] = choice;
            flipped.add(other);
        }
    }
}
