package org.driftgate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.driftgate.adapter.book.BookWriter;
import org.driftgate.rebalancing.Rebalancer;
import org.driftgate.rebalancing.Rebalancing;
import org.driftgate.rebalancing.household.BookRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is proposed to the demo firm, in whole shares, against what no plan can undercut. */
class DemoProposalsTest {

    /** A few shares. */
    private static final double DOLLARS = 20;

    @TempDir
    Path folder;

    /** One of them sells short-term gains up to its short-term losses, of lots that cost the same up to there. */
    @Test
    void costsNoHouseholdMoreThanItsShares() {
        new BookWriter(folder).write(DemoFirm.asOf(LocalDate.of(2026, 11, 19)).book());
        BookRequests requests = BookRequests.of(folder);

        Map<String, Double> gaps = IntStream.range(0, requests.households())
                .mapToObj(requests::request)
                .flatMap(Optional::stream)
                .map(Rebalancer::rebalance)
                .collect(Collectors.toMap(Rebalancing::household, Rebalancing::gap));
        assertThat(gaps).hasSizeGreaterThan(50);
        assertThat(gaps.values()).allMatch(gap -> gap > -0.01);
        gaps.values().removeIf(gap -> gap < DOLLARS);
        assertThat(gaps).isEmpty();
    }
}
