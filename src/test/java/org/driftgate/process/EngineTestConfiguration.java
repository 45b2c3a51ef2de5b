package org.driftgate.process;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.driftgate.audit.AuditLog;
import org.driftgate.audit.RefusedAttempts;
import org.driftgate.process.engine.EngineSetUp;
import org.driftgate.process.engine.RepeatCalendar;
import org.driftgate.review.Signatures;
import org.driftgate.shared.TradingCalendar;
import org.driftgate.testing.TestClock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

@Configuration
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    CamundaBpmAutoConfiguration.class
})
@ComponentScan("org.driftgate.process.engine")
@Import({
    AuditLog.class,
    RefusedAttempts.class,
    HouseholdIncidents.class,
    FirmModels.class,
    DeployedTables.class,
    ScriptedApprovals.class,
    Attempts.class,
    AdministratorRights.class,
    GroupRights.class,
    AdviserTasks.class,
    TasklistFilters.class,
    TaskDecisions.class,
    Signatures.class,
    ReviewCandidates.class,
    UserTasks.class,
    TaskTimes.class,
    TaskHours.class,
    OpenReviewTasks.class,
    WaitingTasks.class,
    DueTimers.class,
    ScriptedSteps.class
})
class EngineTestConfiguration {

    private static final String ON_TRADING_DAYS = "trading days at 07:00";
    private static final String POLLS = "trading days every PT5M from 09:45 until close plus PT30M";

    static final TradingCalendar CALENDAR = new TradingCalendar(
            Set.of(LocalDate.of(2026, 11, 26)),
            Set.of(LocalDate.of(2026, 11, 27)),
            Set.of(),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2030, 12, 31));

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    RepeatCalendar repeatCalendar() {
        return (text, after) -> TradingPhrase.isPhrase(text)
                ? Optional.of(TradingPhrase.parse(text)
                        .next(after.atZone(TestClock.NEW_YORK), CALENDAR)
                        .toInstant())
                : Optional.empty();
    }

    @Bean("runSchedule")
    Phrases runSchedule() {
        return new Phrases();
    }

    /** The two phrases that the start timers ask for. */
    public static final class Phrases {

        public String phrase() {
            return ON_TRADING_DAYS;
        }

        public String pollingPhrase() {
            return POLLS;
        }
    }

    @Bean
    @Order(3)
    EngineSetUp people() {
        return new DemoPeople();
    }

    @Bean
    SmallForm scriptedConsentForm(TaskDecisions decisions) {
        return new ScriptedConsentForm(decisions);
    }
}
