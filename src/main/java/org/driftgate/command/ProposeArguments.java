package org.driftgate.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options behind {@code propose}. */
record ProposeArguments(Path book, Path out, @Nullable Path policy) {

    static final String USAGE = """
            usage: java -jar driftgate.jar propose --book DIR --out DIR [--policy FILE]
              --book DIR     a book in the neutral CSV format
              --out DIR      where drift.csv, trades.csv, lot_sales.csv and households.csv are written; created when absent
              --policy FILE  the firm's policy as YAML; every key has a default, see docs/policy.md""";

    private static final Set<String> OPTIONS = Set.of("--book", "--out", "--policy");

    /** Empty when the options are not as the usage says. */
    static Optional<ProposeArguments> parse(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (int index = 1; index < arguments.length; index += 2) {
            boolean known = OPTIONS.contains(arguments[index])
                    && index + 1 < arguments.length
                    && !arguments[index + 1].isBlank();
            if (!known || given.put(arguments[index], arguments[index + 1]) != null) return Optional.empty();
        }
        String book = given.get("--book");
        String out = given.get("--out");
        String policy = given.get("--policy");
        if (book == null || out == null) return Optional.empty();
        return Optional.of(new ProposeArguments(Path.of(book), Path.of(out), policy == null ? null : Path.of(policy)));
    }
}
