package org.driftgate.adapter.redtail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.driftgate.notification.Crm.Activity;
import org.driftgate.notification.Crm.Client;
import org.driftgate.notification.Crm.Note;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.SystemFault;
import org.driftgate.simulator.RunningSimulators;
import org.driftgate.simulator.SampleBook;
import org.driftgate.testing.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The contract between the adapter and Redtail's wire format, as the simulator speaks it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedtailTest {

    private static final Client CALDER =
            new Client(new HouseholdId("H1"), "Calder", List.of(new AccountId("99999999"), new AccountId("10000002")));
    private static final Client STRANGER =
            new Client(new HouseholdId("H9"), "Stranger", List.of(new AccountId("99999999")));

    private RunningSimulators simulators;
    private Redtail redtail;

    @BeforeAll
    void start() {
        simulators = RunningSimulators.start(SampleBook.rows(), new TestClock());
        redtail = redtail("crm", Map.of());
    }

    @AfterAll
    void stop() {
        simulators.close();
    }

    @Test
    void findsAContactByTheFirstAccountNumberThatRedtailKnowsAndANoteByItsMarker() {
        String id = redtail.write(CALDER, new Note("R1.H1-drift", "US Equity is too high."));

        assertThat(redtail.find(CALDER, new Note("R1.H1-drift", "other words"))).contains(id);
        assertThat(redtail.find(CALDER, new Note("R1.H1-drif", ""))).isEmpty();
    }

    @Test
    void findsAMarkerOnALaterPage() {
        String first = redtail.write(CALDER, new Note("R2.H1-notice-1", "the oldest of many"));
        for (int i = 0; i < 60; i++) redtail.write(CALDER, new Note("R2.H1-other-" + i, "later"));

        assertThat(redtail.find(CALDER, new Note("R2.H1-notice-1", ""))).contains(first);
    }

    @Test
    void writesAnActivityThatItFindsAgain() {
        var activity =
                new Activity("R1.H1-trades", "Portfolio rebalanced", "facts", Instant.parse("2026-11-20T15:00:00Z"));

        String id = redtail.write(CALDER, activity);

        assertThat(redtail.find(CALDER, activity)).contains(id);
    }

    @Test
    void usesTheContactOfTheSettingsWhereAccountNumbersDoNotHelp() {
        Redtail named = redtail("crm", Map.of("H9", 48002L));

        assertThat(named.write(STRANGER, new Note("R1.H9-drift", "words"))).isNotBlank();
    }

    @Test
    void namesTheHouseholdThatHasNoContactAndTheSettingThatHelps() {
        assertThatThrownBy(() -> redtail.write(STRANGER, new Note("R1.H9-x", "words")))
                .isInstanceOf(SystemFault.class)
                .hasMessageContaining("H9 (Stranger)")
                .hasMessageContaining("driftgate.redtail.contacts.H9");
    }

    @Test
    void logsInAgainWhenItsKeyIsNoLongerTaken() {
        redtail.checkConnection();
        simulators.fault("redtail", "/contacts", "UNAUTHORIZED", "", 1);

        assertThat(redtail.write(CALDER, new Note("R3.H1-drift", "words"))).isNotBlank();
    }

    @Test
    void saysThatTheLogInIsRefused() {
        assertThatThrownBy(redtail("wrong", Map.of())::checkConnection)
                .isInstanceOf(SystemFault.class)
                .hasMessageContaining("refuses the log-in")
                .hasMessageContaining("driftgate.redtail.api-key");
    }

    @Test
    void namesAnOverload() {
        simulators.fault("redtail", "/contacts", "TOO_MANY_REQUESTS", "1", 1);

        assertThatThrownBy(() -> redtail.write(CALDER, new Note("R4.H1-drift", "words")))
                .isInstanceOf(SystemFault.class)
                .hasMessageContaining("too often");
    }

    @Test
    void stopsAskingForAWhileAfterManyFailures() {
        Redtail fresh = redtail("crm", Map.of("H1", 48001L));
        fresh.checkConnection();
        simulators.fault("redtail", "/contacts", "SERVER_ERROR", "503", 9);
        for (int i = 0; i < 9; i++)
            assertThatThrownBy(() -> fresh.write(CALDER, new Note("R5.H1-drift", "words")))
                    .hasMessageContaining("503");

        assertThatThrownBy(() -> fresh.write(CALDER, new Note("R5.H1-drift", "words")))
                .hasMessageContaining("not asked for a while");
    }

    private Redtail redtail(String password, Map<String, Long> contacts) {
        return new Redtail(new RedtailSettings(
                URI.create(simulators.url() + "/redtail/api/public/v1"),
                "key",
                "crm",
                password,
                0,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                1,
                1,
                1,
                contacts));
    }
}
