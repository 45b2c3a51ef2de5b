package org.driftgate.household;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.driftgate.shared.HouseholdId;

/** Whether an answer covers exactly what was asked for, each thing once. */
final class BookShape {

    private BookShape() {}

    static List<String> problems(Book book, List<HouseholdId> requested) {
        var problems = new ArrayList<String>();
        Set<HouseholdId> reported = reported(book, problems);
        for (HouseholdId household : requested)
            if (!reported.contains(household)) problems.add("household %s was not reported".formatted(household));
        if (!requested.isEmpty()) addUnasked(reported, requested, problems);
        addRepeatedAccounts(book, problems);
        return problems;
    }

    private static Set<HouseholdId> reported(Book book, List<String> problems) {
        var reported = new HashSet<HouseholdId>();
        for (Household household : book.households())
            if (!reported.add(household.id()))
                problems.add("household %s was reported twice".formatted(household.id()));
        return reported;
    }

    private static void addUnasked(Set<HouseholdId> reported, List<HouseholdId> requested, List<String> problems) {
        reported.stream()
                .filter(household -> !requested.contains(household))
                .map("household %s was reported but not asked for"::formatted)
                .sorted()
                .forEach(problems::add);
    }

    private static void addRepeatedAccounts(Book book, List<String> problems) {
        book.households().stream()
                .flatMap(household -> household.accounts().stream())
                .collect(Collectors.groupingBy(account -> account.id().value(), TreeMap::new, Collectors.counting()))
                .forEach((account, times) -> {
                    if (times > 1) problems.add("account %s was reported %d times".formatted(account, times));
                });
    }
}
