package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.driftgate.proposal.Proposals;
import org.driftgate.review.CheckPreTradeRules;
import org.driftgate.review.CustodianFinding;
import org.driftgate.review.CustodianFinding.Severity;
import org.driftgate.review.ReviewDecision;
import org.driftgate.review.ReviewDecision.Action;
import org.driftgate.review.ReviewDecision.Kind;
import org.driftgate.review.ReviewDecision.LineDecision;
import org.driftgate.review.ReviewDecision.Outcome;
import org.driftgate.review.Reviews;
import org.driftgate.shared.CaseId;
import org.driftgate.testing.CustodianFake;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What custodians say of proposed lines, from the question to the reviewer's screen and the gate. */
@FeatureTest
@Import(TradingConfiguration.class)
class AskCustodiansTest {

    private final TradingFixture given;
    private final AskCustodians ask;
    private final CheckPreTradeRules check;
    private final Reviews reviews;
    private final Proposals proposals;
    private final SubmitOrders submit;
    private final CustodianFake custodian;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private CaseId about = new CaseId("none.none");

    AskCustodiansTest(
            TradingFixture given,
            AskCustodians ask,
            CheckPreTradeRules check,
            Reviews reviews,
            Proposals proposals,
            SubmitOrders submit,
            CustodianFake custodian,
            TestClock clock,
            JdbcClient jdbc) {
        this.given = given;
        this.ask = ask;
        this.check = check;
        this.reviews = reviews;
        this.proposals = proposals;
        this.submit = submit;
        this.custodian = custodian;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void proposed() {
        given.reset();
        about = given.proposed();
    }

    @Test
    void asksOnceAboutSalesAndAboutWhatTheCashPays() {
        ask.about(about);

        // $100 of cash are less than one share of AGG at its limit of $102.
        assertThat(custodian.validated())
                .singleElement()
                .satisfies(orders -> assertThat(orders)
                        .extracting(order -> order.side() + " " + order.quantity() + " " + order.symbol())
                        .containsExactly("SELL 10 SPY", "BUY 3 BND"));
        assertThat(custodian.ledger()).isEmpty();
    }

    @Test
    void showsAWarningToTheReviewerAndAgainAtRelease() {
        custodian.warn("SPY", "may be a duplicate of an order of today");

        check.forCase(about, ask.about(about));

        assertThat(fromCustodian()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo("WARNING");
            assertThat(finding.line()).isEqualTo(1);
            assertThat(finding.sentence()).contains("schwab", "SELL 10 SPY", "W1", "may be a duplicate");
        });
        given.approved(about);
        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.ACCEPTED);
    }

    @Test
    void forbidsApprovalWhileALineThatWouldBeRefusedIsLeft() {
        custodian.find("BND", "AC03");
        boolean blocked = check.forCase(about, ask.about(about)).blocked();

        assertThat(blocked).isTrue();
        assertThat(decide(List.of()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .asString()
                                .contains("AC03", "would be rejected"));
        assertThat(decide(List.of(new LineDecision(1, Action.EXCLUDE, null, "not today"))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(decide(List.of(new LineDecision(3, Action.EXCLUDE, null, "refused by Schwab"))))
                .isInstanceOf(Outcome.Recorded.class);
    }

    @Test
    void doesNotHoldUpTheReviewWhenTheCustodianIsDown() {
        custodian.down(true);

        boolean blocked = check.forCase(about, ask.about(about)).blocked();

        assertThat(blocked).isFalse();
        assertThat(fromCustodian()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo("INFO");
            assertThat(finding.sentence()).contains("not available", "schwab", "repeated at release");
        });
    }

    @Test
    void keepsWhatWasSaidWhenTheRulesRunAgain() {
        custodian.find("BND", "AC03");
        check.forCase(about, ask.about(about));

        assertThat(check.forCase(about).blocked()).isTrue();
        assertThat(fromCustodian()).hasSize(1);
    }

    @Test
    void asksNobodyAboutADayOrderAfterTheClose() {
        clock.moveTo("2026-11-20T16:01");

        assertThat(ask.about(about))
                .singleElement()
                .extracting(CustodianFinding::severity)
                .isEqualTo(Severity.INFO);
        assertThat(custodian.validated()).isEmpty();
    }

    /** Of the newest check, as the review form reads them. */
    private List<Found> fromCustodian() {
        return jdbc.sql("""
                select severity, sentence, lines[1] as line from driftgate.finding where rule = 'CUSTODIAN'
                  and number = (select max(number) from driftgate.rule_check)""").query(Found.class).list();
    }

    record Found(String severity, String sentence, Integer line) {}

    private Outcome decide(List<LineDecision> lines) {
        var version = proposals.current(about).orElseThrow();
        return reviews.decide(
                about,
                new ReviewDecision(
                        version.number(),
                        version.tradeHash(),
                        lines.isEmpty() ? Kind.APPROVE : Kind.APPROVE_WITH_CHANGES,
                        null,
                        lines,
                        "checked"),
                TradingFixture.REVIEWER);
    }
}
