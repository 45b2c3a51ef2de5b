package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.review.ApprovedVersion;
import org.driftgate.review.Gate;
import org.driftgate.shared.CaseId;
import org.driftgate.testing.CustodianFake;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** What a release leaves behind for whoever asks later why an order was sent. */
@FeatureTest
@Import(TradingConfiguration.class)
class ClaimTracesTest {

    private final TradingFixture given;
    private final SubmitOrders submit;
    private final ReleaseOrders release;
    private final ReleaseChecks checks;
    private final ClaimOrders claims;
    private final Gate gate;
    private final CustodianFake custodian;
    private final TestClock clock;
    private final AuditLog audit;

    ClaimTracesTest(
            TradingFixture given,
            SubmitOrders submit,
            ReleaseOrders release,
            ReleaseChecks checks,
            ClaimOrders claims,
            Gate gate,
            CustodianFake custodian,
            TestClock clock,
            AuditLog audit) {
        this.given = given;
        this.submit = submit;
        this.release = release;
        this.checks = checks;
        this.claims = claims;
        this.gate = gate;
        this.custodian = custodian;
        this.clock = clock;
        this.audit = audit;
    }

    @BeforeEach
    void reset() {
        given.reset();
    }

    @Test
    void recordsWhatWasFoundBeforeTheRelease() {
        CaseId about = given.approved();

        submit.forCase(about);

        assertThat(facts(about, AuditEvent.RELEASE_CHECKED))
                .singleElement()
                .satisfies(facts -> assertThat(facts)
                        .containsEntry("verdict", "READY")
                        .containsKeys("check", "askedAt", "pricesAt", "taxApproved", "taxNow"));
    }

    @Test
    void recordsAMemorandumOfEveryClaim() {
        CaseId about = given.approved();

        submit.forCase(about);

        assertThat(facts(about, AuditEvent.ORDER_CLAIMED))
                .hasSize(2)
                .allSatisfy(facts -> assertThat(facts)
                        .containsEntry("recommendedBy", "advisor01")
                        .containsEntry("placedBy", "reviewer")
                        .containsKeys("releaseCheck", "tradeFile")
                        .doesNotContainKey("warnings"));
    }

    @Test
    void recordsAWarningOfTheCustodianWithTheClaim() {
        CaseId about = given.approved();
        custodian.warn("SPY", "may be a duplicate of an order of today");

        submit.forCase(about);

        assertThat(facts(about, AuditEvent.ORDER_CLAIMED))
                .filteredOn(facts -> facts.containsKey("warnings"))
                .singleElement()
                .extracting(facts -> facts.get("symbol"))
                .isEqualTo("SPY");
    }

    @Test
    void recordsAnOrderThatTheCustodianWouldRefuseWithoutSendingIt() {
        CaseId about = given.approved();
        custodian.find("BND", "AC03");

        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.REJECTED);

        assertThat(custodian.ledger())
                .extracting(order -> order.symbol().value())
                .containsExactly("SPY");
        assertThat(facts(about, AuditEvent.ORDER_REJECTED))
                .singleElement()
                .satisfies(facts -> assertThat(facts)
                        .containsEntry("line", 3)
                        .containsEntry("placed", false)
                        .containsEntry("code", "AC03"));
        assertThat(facts(about, AuditEvent.ORDER_CLAIMED)).hasSize(2);
    }

    @Test
    void writesNoFileWhenNothingIsSent() {
        CaseId about = given.approved();
        custodian.find("SPY", "AC03");
        custodian.find("BND", "AC03");

        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.REJECTED);

        assertThat(custodian.ledger()).isEmpty();
        assertThat(given.count("trade_file")).isZero();
        assertThat(facts(about, AuditEvent.ORDER_CLAIMED))
                .hasSize(2)
                .allSatisfy(facts -> assertThat(facts).doesNotContainKey("tradeFile"));
    }

    @Test
    void recordsWhyACheckFoundAProposalStale() {
        CaseId about = given.approved();
        ApprovedVersion approval = gate.approval(about).orElseThrow();
        Instant now = clock.instant();

        checks.keep(approval, new FreshLook(List.of("SPY moved."), "test source", "9a".repeat(32), now, now, null));

        assertThat(facts(about, AuditEvent.RELEASE_CHECKED))
                .singleElement()
                .satisfies(facts -> assertThat(facts)
                        .containsEntry("verdict", "STALE")
                        .containsEntry("reasons", List.of("SPY moved."))
                        .containsEntry("origin", "test source")
                        .doesNotContainKeys("taxApproved", "taxNow"));
        assertThat(checks.standing(approval)).isEmpty();
    }

    @Test
    void restsAClaimOnTheCheckThatItNamesOnly() {
        CaseId about = given.approved();
        ApprovedVersion approval = gate.approval(about).orElseThrow();
        release.recheck(about);
        long check = checks.standing(approval).orElseThrow();

        assertThat(checks.objections(approval, check)).isEmpty();
        assertThat(checks.objections(approval, check + 1))
                .containsExactly("The release check that the orders were prepared on does not stand any more.");
    }

    @Test
    void keepsWhyNothingWasClaimed() {
        CaseId about = given.approved();
        ApprovedVersion approval = gate.approval(about).orElseThrow();

        assertThat(claims.claim(about, approval, 999, List.of()))
                .containsExactly("The release check that the orders were prepared on does not stand any more.");

        assertThat(given.count("submission_refusal")).isEqualTo(1);
        assertThat(given.count("attempt")).isZero();
    }

    private List<Map<String, Object>> facts(CaseId about, AuditEvent event) {
        return audit.ofCase(about).stream()
                .map(recorded -> recorded.entry())
                .filter(entry -> entry.event() == event)
                .<Map<String, Object>>map(entry -> Map.copyOf(entry.facts()))
                .toList();
    }
}
