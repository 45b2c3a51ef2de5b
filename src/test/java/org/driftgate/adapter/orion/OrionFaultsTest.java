package org.driftgate.adapter.orion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.driftgate.household.Book;
import org.driftgate.household.PortfolioSource.Answer;
import org.driftgate.shared.SystemFault;
import org.driftgate.simulator.RunningSimulators;
import org.driftgate.simulator.SampleBook;
import org.driftgate.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the adapter makes of a source that is slow, refuses, breaks, or leaves something out. */
class OrionFaultsTest {

    private final TestClock clock = new TestClock();
    private final RunningSimulators simulators = RunningSimulators.start(SampleBook.rows(), clock);
    private final OrionUnderTest orion = new OrionUnderTest(simulators.url(), clock, "demo", 100);

    @AfterEach
    void stop() {
        simulators.close();
    }

    @ParameterizedTest
    @CsvSource({
        "TOO_MANY_REQUESTS, 2, asks for fewer requests (429)",
        "SERVER_ERROR, 503, answered 503: Simulated server error",
        "SERVER_ERROR, 500, answered 500",
        "LATENCY, 2500, gave no answer",
        "TIMEOUT_AFTER_ACCEPT, 0, gave no answer",
        "TIMEOUT_AFTER_ACCEPT, 2500, gave no answer"
    })
    void turnsTroubleIntoAFaultThatSaysWhatAndWhatIsSafe(String kind, String value, String expected) {
        simulators.fault("orion", "/Portfolio/Accounts", kind, value, 1);
        assertThatThrownBy(() -> orion.source.collect(List.of()))
                .isInstanceOf(SystemFault.class)
                .hasMessageContaining("/Portfolio/Accounts")
                .hasMessageContaining(expected)
                .hasMessageContaining("safe");
        assertThat(orion.source.collect(List.of())).isInstanceOf(Answer.Complete.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/Portfolio/Clients/Simple | 1 | /Portfolio/Clients/Simple?isActive=true ended after 1 rows although there are more",
                "/Portfolio/Clients | 1 | ended after 1 rows although there are more",
                "/Portfolio/Registrations | 1 | /Portfolio/Registrations?expand=UserDefinedFields ended after",
                "/Portfolio/Accounts | 2 | ended after 1 rows although there are more",
                "/Portfolio/Assets | 2 | positions of account 10000003 are worth",
                "/Portfolio/Assets | 8 | account 10000002 has no positions, not even cash",
                "/TaxLots/2 | 1 | position VTI of account 10000003 has no tax lots"
            })
    void namesWhatAShortPageLeftOut(String path, String missing, String expected) {
        simulators.fault("orion", path, "SHORT_PAGE", missing, 1);
        Answer answer = orion.source.collect(List.of());
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Incomplete.class,
                        incomplete ->
                                assertThat(incomplete.problems()).anyMatch(problem -> problem.contains(expected)));
    }

    @Test
    void findsAShortPageEvenWhenTheNextQuestionIsCutToo() {
        simulators.fault("orion", "/Portfolio/Accounts", "SHORT_PAGE", "1", 3);
        assertThat(orion.source.collect(List.of())).isInstanceOf(Answer.Incomplete.class);
    }

    @Test
    void stopsCallingAfterManyFailuresInARow() {
        simulators.fault("orion", "/Authorization/User", "SERVER_ERROR", "", 30);
        for (int i = 0; i < 20; i++)
            assertThatThrownBy(orion.source::checkConnection).isInstanceOf(SystemFault.class);
        assertThatThrownBy(orion.source::checkConnection).hasMessageContaining("not called for a moment");
    }

    @Test
    void namesTheHouseholdWhoseProposalFailed() {
        Book book = ((Answer.Complete) orion.source.collect(List.of())).book();
        simulators.fault("orion", "generatetrade", "SERVER_ERROR", "502", 1);
        assertThatThrownBy(() -> orion.proposals.propose(book.households().get(0), book))
                .isInstanceOf(SystemFault.class)
                .hasMessageContaining("proposal for household H1")
                .hasMessageContaining("502");
    }
}
