package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to a case in whatever order, no order lies outside what somebody else approved. Every history is
 * made of its own seed, {@code driftgate.histories.seed} plus its number.
 */
class GateHistoriesTest {

    private static final long SEED = Long.getLong("driftgate.histories.seed", 20_261_120L);
    private static final int HISTORIES = Integer.getInteger("driftgate.histories", 10_000);
    /** One in so many also stops all sending and changes the firm's setting, which is why they run one after the other. */
    private static final int OF_THE_FIRM = 20;

    private final HistoryRefusals refusals = new HistoryRefusals();

    @AfterEach
    void drop() {
        HistoryWorld.drop();
        TestDatabase.clear();
    }

    @Test
    void sendsNothingThatNobodyApproved() throws Exception {
        HistoryWorld.create(HISTORIES);
        walk(HISTORIES);

        assertThat(HistoryRules.broken()).isEmpty();
        assertThat(refusals.unexplained()).isEmpty();
        long claimed = HistoryWorld.count("select count(distinct case_id) from history.sent");
        System.err.printf("%d histories of seed %d, %d with orders: %s%n", HISTORIES, SEED, claimed, refusals.all());
        assertThat(claimed).as("histories that came to a claim").isGreaterThan(HISTORIES / 10);
        assertThat(HistoryWorld.count("select count(*) from history.sent where self_approved"))
                .isPositive();
        assertThat(refusals.demanded())
                .allSatisfy((reason, count) -> assertThat(count).as(reason).isPositive());
    }

    /** Without the triggers the same histories break every rule that is not held by a key or a right. */
    @Test
    void noticesWhenTheRulesOfTheDatabaseAreGone() throws Exception {
        HistoryWorld.create(400);
        HistoryWorld.setTriggers(false);
        try {
            walk(400);
        } finally {
            HistoryWorld.setTriggers(true);
        }

        var held = List.of("an approval of exactly this content stands", "no row of the gate was changed or removed");
        assertThat(HistoryRules.broken().keySet())
                .containsExactlyInAnyOrderElementsOf(HistoryRules.names().stream()
                        .filter(name -> !held.contains(name))
                        .toList());
    }

    private void walk(int histories) throws Exception {
        int apart = histories - histories / OF_THE_FIRM;
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (var done : pool.invokeAll(List.of(walk(0, 2, apart), walk(1, 2, apart)))) done.get();
        } finally {
            pool.shutdown();
        }
        try (Connection role = HistoryWorld.asApplication()) {
            for (int n = apart; n < histories; n++) walkWithTheFirm(n, role);
        }
    }

    private Callable<Void> walk(int first, int step, int end) {
        return () -> {
            try (Connection role = HistoryWorld.asApplication()) {
                for (int n = first; n < end; n += step) walk(n, role);
            }
            return null;
        };
    }

    private void walk(int n, Connection role) {
        if (n % 1000 == 200) HistoryWorld.analyze();
        HistoryCase about = history(n, role);
        new HistoryWalk(about).walk(9 + about.random.nextInt(9));
    }

    private void walkWithTheFirm(int n, Connection role) {
        HistoryCase about = history(n, role);
        var walk = new HistoryWalk(about);
        var people = new HistoryDecisions(about);
        boolean alone = about.chance(50);
        if (alone) HistoryWorld.settleSelfApproval(true);
        walk.walk(14 + about.random.nextInt(6));
        if (about.chance(40)) stopAndClaim(about);
        walk.walk(3);
        for (int i = 0; i < 3; i++) people.restart();
        walk.walk(3);
        for (String person : List.of("owner", "trader", "reviewer")) people.restart(person);
        if (alone) overrideAndSign(about);
        if (alone) HistoryWorld.settleSelfApproval(false);
    }

    private static void stopAndClaim(HistoryCase about) {
        var trading = new HistoryTrading(about);
        if (new HistoryDecisions(about).stop() && !trading.claim("SELL")) trading.claim("BUY");
    }

    /** Not even the only person of a firm signs what the same person has overridden. */
    private static void overrideAndSign(HistoryCase about) {
        var people = new HistoryDecisions(about);
        var writing = new HistoryWriting(about);
        if (writing.original() && people.forbid() && writing.override() && people.require()) people.sign();
    }

    private HistoryCase history(int n, Connection role) {
        return new HistoryCase(HistoryWorld.caseId(n), new Random(SEED + n), role, refusals);
    }
}
