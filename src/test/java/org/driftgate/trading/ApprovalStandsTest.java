package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.household;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.driftgate.household.Account;
import org.driftgate.proposal.ChangeProposal;
import org.driftgate.review.ApprovedVersion;
import org.driftgate.review.Gate;
import org.driftgate.review.RevokeApproval;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestClock;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every reason by itself for which an approval that was read a moment ago is none any more when orders are claimed. */
@FeatureTest
@Import(TradingConfiguration.class)
class ApprovalStandsTest {

    private static final PersonId REVIEWER2 = new PersonId("reviewer2");

    private final TradingFixture given;
    private final ApprovalStands stands;
    private final Gate gate;
    private final ChangeProposal changes;
    private final RevokeApproval revoke;
    private final SubmitOrders submit;
    private final TestClock clock;
    private final JdbcClient jdbc;

    ApprovalStandsTest(
            TradingFixture given,
            ApprovalStands stands,
            Gate gate,
            ChangeProposal changes,
            RevokeApproval revoke,
            SubmitOrders submit,
            TestClock clock,
            JdbcClient jdbc) {
        this.given = given;
        this.stands = stands;
        this.gate = gate;
        this.changes = changes;
        this.revoke = revoke;
        this.submit = submit;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void reset() {
        given.reset();
    }

    @Test
    void standsUntilSomethingHappens() {
        assertThat(stands.objections(approval(given.approved()))).isEmpty();
    }

    @Test
    void endsWithANewerVersion() {
        CaseId about = given.approved();
        ApprovedVersion approval = approval(about);
        changes.replace(about, TradingFixture.trades(), REVIEWER2, "once more");

        assertThat(stands.objections(approval)).contains("A newer version took the place of the approved one.");
    }

    @Test
    void endsWithOtherTrades() {
        ApprovedVersion approval = approval(given.approved());
        TestDatabase.ownerJdbc()
                .sql("update driftgate.proposal_line set quantity = 9999 where line = 3")
                .update();

        assertThat(stands.objections(approval)).containsExactly("The trades are not those that were approved.");
    }

    @Test
    void endsWithOtherLots() {
        ApprovedVersion approval = approval(given.approved());

        assertThat(stands.objections(with(approval, approval.verdict(), "ab".repeat(32))))
                .containsExactly("Other lots were chosen while the orders were being prepared.");
    }

    @Test
    void endsWhenItIsTakenBack() {
        ApprovedVersion approval = approval(given.approved());
        jdbc.sql("""
                insert into driftgate.revocation (verdict_id, person, reason, revoked_at)
                select id, 'reviewer2', 'wrong household', now() from driftgate.verdict""").update();

        assertThat(stands.objections(approval)).containsExactly("The approval was taken back.");
    }

    @Test
    void endsWithItsTime() {
        ApprovedVersion approval = approval(given.approved());
        clock.moveTo("2026-11-23T09:50");

        assertThat(stands.objections(approval)).containsExactly("The approval expired.");
    }

    @Test
    void isNoneWithoutTheConsentThatAnOrderNeeds() {
        Account[] asked = Arrays.stream(TradingFixture.accounts())
                .map(ApprovalStandsTest::withoutDiscretion)
                .toArray(Account[]::new);
        CaseId about = given.approved(given.proposed(household("H1", "60/40", asked), TradingFixture.trades()));
        ApprovedVersion approval = approval(about);
        assertThat(stands.objections(approval)).isEmpty();
        submit.forCase(about);

        assertThat(stands.objections(approval)).containsExactly("The client's consent is missing or was refused.");
    }

    @Test
    void isNoneWithoutItsRow() {
        ApprovedVersion approval = approval(given.approved());

        assertThat(stands.objections(with(approval, UUID.randomUUID(), approval.lotHash())))
                .containsExactly("The verdict is not in the record.");
    }

    @Test
    void isNotTakenBackAfterAClaim() {
        CaseId about = given.approved();
        ApprovedVersion approval = approval(about);
        assertThat(revoke.open(about)).isPresent();
        submit.forCase(about);

        assertThat(revoke.open(about)).isEmpty();
        assertThat(revoke.revoke(
                        about, new RevokeApproval.Request(1, approval.version().tradeHash(), "too late"), REVIEWER2))
                .isEqualTo(new RevokeApproval.Outcome.Refused(
                        List.of("orders of version 1 are already claimed; the approval can no longer be taken back")));
        assertThat(gate.approval(about)).isPresent();
    }

    private ApprovedVersion approval(CaseId about) {
        return gate.approval(about).orElseThrow();
    }

    private static ApprovedVersion with(ApprovedVersion approval, UUID verdict, String lotHash) {
        return new ApprovedVersion(
                approval.version(),
                verdict,
                approval.approvedBy(),
                approval.recommendedBy(),
                approval.notBefore(),
                approval.expiresAt(),
                lotHash,
                approval.lots());
    }

    private static Account withoutDiscretion(Account a) {
        return new Account(
                a.id(),
                a.taxUnit(),
                a.owner(),
                a.ownerBirthDate(),
                a.registration(),
                a.custodian(),
                a.status(),
                false,
                a.heldAway(),
                a.cash(),
                a.settledCash(),
                a.positions());
    }
}
