package org.driftgate.rebalancing.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.rebalancing.household.ProposedHousehold.Status;
import org.driftgate.shared.Weight;
import org.driftgate.testing.GeneratedBook;
import org.junit.jupiter.api.Test;

/** Over generated households that need no cash: trades never leave them further from their targets. */
class KeptDriftTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final int HOUSEHOLDS = Integer.getInteger("households", 10_000) / 10;
    /** What whole shares may add. */
    private static final Weight A_SHARE = Weight.of("0.0005");

    private final Book book = GeneratedBook.of(17, HOUSEHOLDS, 3);

    @Test
    void endsNoFurtherFromTheTargetsOrTradesNothing() {
        for (String policy : List.of("{}", "harvest: {on-its-own: true}", "location: {taxable: {US Equity: 0.2}}")) {
            List<ProposedHousehold> proposed = book.households().stream()
                    .map(KeptDriftTest::withoutNeeds)
                    .map(proposals(policy)::propose)
                    .toList();
            assertThat(proposed).filteredOn(one -> one.status() == Status.OK).isNotEmpty();
            assertThat(proposed).allSatisfy(KeptDriftTest::keepsDrift);
        }
    }

    private static void keepsDrift(ProposedHousehold proposed) {
        if (proposed.rebalancing() == null) return;
        Weight before = Objects.requireNonNull(proposed.drift()).totalDrift();
        assertThat(proposed.driftAfter().minus(before)).as(proposed.reason()).isLessThanOrEqualTo(A_SHARE);
        boolean trades = !proposed.rebalancing().trades().isEmpty();
        assertThat(trades).as(proposed.reason()).isEqualTo(proposed.status() == Status.OK);
    }

    private ProposeHousehold proposals(String policy) {
        Map<?, ?> keys = new org.yaml.snakeyaml.Yaml().load(policy);
        return new ProposeHousehold(((PolicyAnswer.Accepted) PolicyReader.read("test", keys)).policy(), book, DAY);
    }

    private static Household withoutNeeds(Household household) {
        return new Household(
                household.id(),
                household.name(),
                household.adviser(),
                household.adviserEmail(),
                household.recipients(),
                household.model(),
                household.approvalMode(),
                household.lifeEvent(),
                household.unreconciled(),
                household.accounts(),
                household.taxUnits(),
                List.of(),
                household.restrictions(),
                household.recentTrades(),
                household.openOrders());
    }
}
