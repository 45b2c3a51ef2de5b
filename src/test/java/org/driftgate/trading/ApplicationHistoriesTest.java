package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.household;

import java.sql.Connection;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.review.CheckPreTradeRules;
import org.driftgate.review.ReviewDecision;
import org.driftgate.review.ReviewDecision.Action;
import org.driftgate.review.ReviewDecision.Kind;
import org.driftgate.review.ReviewDecision.LineDecision;
import org.driftgate.review.Reviews;
import org.driftgate.review.RevokeApproval;
import org.driftgate.review.Tier;
import org.driftgate.run.CaseState;
import org.driftgate.run.Cases;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestClock;
import org.driftgate.testing.TierTableStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** The same as {@link GateHistoriesTest} through the application's own components, with the attacker between them. */
@FeatureTest
@Import(TradingConfiguration.class)
class ApplicationHistoriesTest {

    private static final long SEED = Long.getLong("driftgate.histories.seed", 20_261_120L);
    private static final int HISTORIES = Integer.getInteger("driftgate.histories.application", 80);
    private static final String START = "2026-11-20T09:40";

    private enum Step {
        APPROVE,
        CHANGE,
        DECLINE,
        TAKE_BACK,
        SUBMIT,
        STOP,
        RESTART,
        ATTACK
    }

    private final TradingFixture given;
    private final CheckPreTradeRules check;
    private final Reviews reviews;
    private final RevokeApproval revocations;
    private final SubmitOrders submit;
    private final Sending sending;
    private final Proposals proposals;
    private final Cases cases;
    private final TierTableStub table;
    private final TestClock clock;
    private final HistoryRefusals refusals = new HistoryRefusals();
    private final Map<Step, Integer> taken = new EnumMap<>(Step.class);
    private final Map<Step, Integer> refused = new EnumMap<>(Step.class);

    ApplicationHistoriesTest(
            TradingFixture given,
            CheckPreTradeRules check,
            Reviews reviews,
            RevokeApproval revocations,
            SubmitOrders submit,
            Sending sending,
            Proposals proposals,
            Cases cases,
            TierTableStub table,
            TestClock clock) {
        this.given = given;
        this.check = check;
        this.reviews = reviews;
        this.revocations = revocations;
        this.submit = submit;
        this.sending = sending;
        this.proposals = proposals;
        this.cases = cases;
        this.table = table;
        this.clock = clock;
    }

    @AfterEach
    void drop() {
        HistoryWorld.drop();
        given.reset();
        table.reset();
    }

    @Test
    void sendsNothingThatNobodyApproved() throws Exception {
        given.reset();
        HistoryWorld.journal();
        try (Connection role = HistoryWorld.asApplication()) {
            for (int n = 0; n < HISTORIES; n++) walk(n, role);
        }

        assertThat(HistoryRules.broken()).isEmpty();
        assertThat(refusals.unexplained()).isEmpty();
        long claimed =
                HistoryWorld.count("select count(distinct case_id) from history.sent where claimed_by <> 'history'");
        System.err.printf(
                "%d histories of seed %d through the application, %d with orders; taken %s, refused %s%n",
                HISTORIES, SEED, claimed, taken, refused);
        assertThat(claimed).isGreaterThan(HISTORIES / 10);
        assertThat(taken).containsOnlyKeys(Step.values());
        assertThat(refused).containsKeys(Step.APPROVE, Step.TAKE_BACK, Step.SUBMIT, Step.RESTART, Step.ATTACK);
    }

    private void walk(int n, Connection role) {
        clock.moveTo(START);
        table.reset();
        var random = new Random(SEED + n);
        if (random.nextInt(4) == 0) table.require(Tier.COMPLIANCE, Tier.COMPLIANCE_2);
        if (random.nextInt(4) == 0) table.require(Tier.ADVISER, Tier.COMPLIANCE);
        String id = "A%05d".formatted(n);
        CaseId about = given.proposed(
                household(
                        id,
                        "60/40",
                        account("10000001", "100", "SPY", "100", "AGG", "20"),
                        account("10000002", "500", "SPY", "10")),
                TradingFixture.trades());
        HistoryWorld.reportDrift(about.run().value(), id);
        check.forCase(about);
        var attacker = new HistoryCase(about.value(), random, role, refusals);
        for (int step = 0; step < 12; step++) {
            Step next = attacker.oneOf(usual());
            boolean took = tried(() -> take(next, about, attacker));
            (took ? taken : refused).merge(next, 1, Integer::sum);
            if (attacker.chance(40)) clock.moveBy(Duration.ofMinutes(attacker.oneOf(1, 5, 5, 10)));
        }
        for (String person : List.of("owner", "trader", "reviewer"))
            tried(() -> sending.agreeToRestart(new PersonId(person), "go on").isEmpty());
        cases.moveTo(about, CaseState.DECLINED, "next one");
    }

    private static Step[] usual() {
        return new Step[] {
            Step.APPROVE,
            Step.APPROVE,
            Step.APPROVE,
            Step.CHANGE,
            Step.DECLINE,
            Step.TAKE_BACK,
            Step.SUBMIT,
            Step.SUBMIT,
            Step.SUBMIT,
            Step.STOP,
            Step.RESTART,
            Step.RESTART,
            Step.ATTACK,
            Step.ATTACK,
            Step.ATTACK
        };
    }

    private static boolean tried(BooleanSupplier step) {
        try {
            return step.getAsBoolean();
        } catch (DataAccessException refusedByTheDatabase) {
            return false;
        }
    }

    private boolean take(Step step, CaseId about, HistoryCase attacker) {
        ProposalVersion version = proposals.current(about).orElseThrow();
        var person = new PersonId(attacker.chance(70) ? attacker.reviewer() : attacker.somebody());
        return switch (step) {
            case APPROVE -> decide(version, Kind.APPROVE, person);
            case CHANGE -> decide(version, Kind.APPROVE_WITH_CHANGES, person, edit(version, attacker));
            case DECLINE -> attacker.chance(30) && decide(version, Kind.DECLINE, person);
            case TAKE_BACK ->
                revocations.revoke(
                                about,
                                new RevokeApproval.Request(version.number(), version.tradeHash(), "wrong"),
                                person)
                        instanceof RevokeApproval.Outcome.Revoked;
            case SUBMIT -> {
                given.priceNow();
                yield submit.forCase(about) == SubmitOrders.Outcome.ACCEPTED;
            }
            case STOP -> {
                if (attacker.chance(70)) yield false;
                sending.stop(person, "halt");
                yield true;
            }
            case RESTART -> sending.agreeToRestart(person, "go on").isEmpty();
            case ATTACK -> attack(attacker);
        };
    }

    private boolean decide(ProposalVersion version, Kind kind, PersonId person, LineDecision... lines) {
        var decision = new ReviewDecision(
                version.number(), version.tradeHash(), kind, null, List.of(lines), "because it is so");
        return reviews.decide(version.about(), decision, person) instanceof ReviewDecision.Outcome.Recorded;
    }

    private static LineDecision edit(ProposalVersion version, HistoryCase attacker) {
        int line = version.trades()
                .get(attacker.random.nextInt(version.trades().size()))
                .line();
        return new LineDecision(line, Action.EXCLUDE, null, "not wanted");
    }

    private boolean attack(HistoryCase attacker) {
        attacker.at(clock.instant());
        var people = new HistoryDecisions(attacker);
        var trading = new HistoryTrading(attacker);
        return attacker.oneOf(
                        (BooleanSupplier) people::sign,
                        people::approve,
                        people::revoke,
                        people::require,
                        people::tamper,
                        people::moveAdviser,
                        trading::look,
                        trading::plan,
                        trading::fill,
                        () -> trading.claim("SELL"),
                        () -> trading.claim("BUY"))
                .getAsBoolean();
    }
}
