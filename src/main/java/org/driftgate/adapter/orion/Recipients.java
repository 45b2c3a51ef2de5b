package org.driftgate.adapter.orion;

import java.util.Arrays;
import java.util.List;
import org.driftgate.household.Household.Recipient;
import org.jspecify.annotations.Nullable;

/** Reads {@code Ana Reyes <ana@client.example>; leo@client.example}; an address without a name gets the household's. */
final class Recipients {

    private Recipients() {}

    static List<Recipient> parse(@Nullable String text, String householdName) {
        if (text == null || text.isBlank()) return List.of();
        return Arrays.stream(text.split(";", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(one -> recipient(one, householdName))
                .toList();
    }

    private static Recipient recipient(String one, String householdName) {
        int open = one.indexOf('<');
        if (open < 0 || !one.endsWith(">")) return new Recipient(householdName, one);
        String name = one.substring(0, open).strip();
        return new Recipient(name.isEmpty() ? householdName : name, one.substring(open + 1, one.length() - 1));
    }
}
