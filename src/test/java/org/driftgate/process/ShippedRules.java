package org.driftgate.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.driftgate.process.engine.decision.DecisionTables;
import org.driftgate.review.PreTradeCheck;
import org.driftgate.testing.TestClock;

/** The project's own pre-trade tables, or an edited copy, asked without an engine. */
public final class ShippedRules implements PreTradeCheck {

    private static final Path FILE = Path.of("processes/pre-trade-rules.dmn");
    private static final DecisionTables SHIPPED = DecisionTables.parse(bytes(text()));

    private String file = text();
    private DecisionTables tables = SHIPPED;

    /** Until {@link #reset()}. */
    public void edit(String edited) {
        file = edited;
        tables = DecisionTables.parse(bytes(edited));
    }

    public void reset() {
        file = text();
        tables = SHIPPED;
    }

    public static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Ruling> decide(List<Fact> facts, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, TestClock.NEW_YORK);
        String hash = DeployedTables.sha256(bytes(file));
        return facts.stream()
                .map(fact -> PreTradeTables.ruling(
                        fact, new DeployedTable(fact.rule().table(), 1, hash, tables), day))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
