package org.driftgate.desk;

import java.math.BigDecimal;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration;
import org.driftgate.process.WaitingReviews;
import org.driftgate.process.WaitingReviews.WaitingReview;
import org.driftgate.review.Reviews;
import org.driftgate.review.RevokeApproval;
import org.driftgate.run.CaseState;
import org.driftgate.run.Cases;
import org.driftgate.testing.ReviewTestConfiguration;
import org.driftgate.testing.TestClock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** The pages and the reading part of the API over the real rooms, without an engine. */
@Configuration
@EnableAutoConfiguration(
        exclude = {
            CamundaBpmAutoConfiguration.class,
            CamundaBpmRestJerseyAutoConfiguration.class,
            CamundaBpmWebappAutoConfiguration.class
        })
@ConfigurationPropertiesScan({"org.driftgate.desk", "org.driftgate.market", "org.driftgate.trading"})
@ComponentScan(
        basePackages = {"org.driftgate.audit", "org.driftgate.market", "org.driftgate.run", "org.driftgate.trading"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*(Test|Fixture|TradingConfiguration)(\\$.*)?"))
@Import({
    ReviewTestConfiguration.class,
    RunPage.class,
    CasePage.class,
    UndoOffers.class,
    ReviewsPage.class,
    ReviewQueue.class,
    RefusedDecisions.class,
    RunBoard.class,
    RunRecord.class,
    OpenRuns.class,
    OpenCases.class,
    FirmTime.class,
    Show.class,
    EventSentence.class,
    PagePerson.class,
    SendingPage.class,
    SendingApi.class,
    SendingSwitch.class,
    PageProblems.class,
    ApiProblems.class,
    CasesApi.class,
    HouseholdsApi.class,
    CompletenessApi.class,
    ConfigurationApi.class
})
class DeskTestApplication {

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    /** What the engine's tasks would say: every case in review waits until eleven for whoever asks. */
    @Bean
    WaitingReviews waitingReviews(Cases cases) {
        return person -> cases.search(null, CaseState.IN_REVIEW).stream()
                .map(about ->
                        new WaitingReview(about.id(), TestClock.at("2026-11-20T11:00"), null, new BigDecimal("120.50")))
                .toList();
    }

    @Bean
    ReviewSessions reviewSessions(OpenCases cases, RefusedDecisions refusals, Reviews reviews) {
        return new ReviewSessions(cases, refusals, reviews::decide);
    }

    /** Without an engine that would bring the case back to its task. */
    @Bean
    UndoPage undoPage(OpenCases cases, CasePage page, RevokeApproval revoke) {
        return new UndoPage(cases, page, revoke::revoke);
    }

    @Bean
    SecurityFilterChain everybodyLogsIn(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/desk/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(Customizer.withDefaults())
                .build();
    }

    @Bean
    UserDetailsService people() {
        return new InMemoryUserDetailsManager(
                person("reviewer", "compliance"),
                person("reviewer2", "compliance"),
                person("advisor01", "advisers"),
                person("advisor02", "advisers"));
    }

    private static org.springframework.security.core.userdetails.UserDetails person(String name, String group) {
        return User.withUsername(name)
                .password("{noop}" + name)
                .authorities("GROUP_" + group)
                .build();
    }
}
