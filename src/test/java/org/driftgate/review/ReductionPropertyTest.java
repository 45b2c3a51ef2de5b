package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.ReviewStory.REVIEWER;
import static org.driftgate.testing.ReviewStory.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.driftgate.household.Household;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.PlannedTrades;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Trade;
import org.driftgate.rebalancing.CashAfter;
import org.driftgate.review.ReviewDecision.Action;
import org.driftgate.review.ReviewDecision.Kind;
import org.driftgate.review.ReviewDecision.LineDecision;
import org.driftgate.review.ReviewDecision.Outcome;
import org.driftgate.review.ReviewDecision.Route;
import org.driftgate.run.CaseState;
import org.driftgate.run.Cases;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.GeneratedProposals;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.ReviewTestConfiguration;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Whatever a single reviewer takes out of a proposal, the rest can be paid and its lots add up. */
@FeatureTest
@Import(ReviewTestConfiguration.class)
class ReductionPropertyTest {

    private static final int CASES = 60;

    private final ReviewStory story;
    private final Reviews reviews;
    private final Cases cases;

    ReductionPropertyTest(ReviewStory story, Reviews reviews, Cases cases) {
        this.story = story;
        this.reviews = reviews;
        this.cases = cases;
    }

    @Test
    void neverLeavesAnAccountWithoutCash() {
        TestDatabase.clear();
        var generated = new GeneratedProposals(42);
        int accepted = 0;
        int refused = 0;
        for (int n = 0; n < CASES; n++) {
            Household household = generated.household();
            ProposalVersion version = story.inReview(household, generated.trades(household));
            Outcome outcome = reviews.decide(version.about(), edits(version, generated.random()), REVIEWER);
            ProposalVersion now = story.current(version.about());
            assertPayable(household, now);
            if (outcome instanceof Outcome.Recorded recorded && recorded.route() == Route.APPROVED) accepted++;
            else refused++;
            if (outcome instanceof Outcome.Refused) assertThat(now).isEqualTo(version);
            cases.moveTo(version.about(), CaseState.DECLINED, "next one");
        }
        assertThat(accepted).as("approved by one person").isPositive();
        assertThat(refused).as("refused or sent to a second person").isPositive();
    }

    private static ReviewDecision edits(ProposalVersion version, Random random) {
        var lines = new ArrayList<LineDecision>();
        for (Trade trade : version.trades())
            switch (random.nextInt(4)) {
                case 0 -> lines.add(new LineDecision(trade.line(), Action.EXCLUDE, null, "not wanted"));
                case 1 -> lines.add(new LineDecision(trade.line(), Action.CHANGE, smaller(trade, random), "smaller"));
                default -> lines.add(new LineDecision(trade.line(), Action.KEEP, null, null));
            }
        return decision(version, Kind.APPROVE_WITH_CHANGES, "smaller", lines.toArray(LineDecision[]::new));
    }

    private static Quantity smaller(Trade trade, Random random) {
        return Quantity.shares(1 + random.nextInt(trade.quantity().shares().intValueExact()));
    }

    private static void assertPayable(Household household, ProposalVersion version) {
        assertThat(CashAfter.of(household, PlannedTrades.of(version.trades()), LocalDate.parse("2026-11-20")))
                .allSatisfy(cash -> assertThat(cash.atCollar().isNegative()).isFalse());
        List<Trade> sales = version.trades().stream()
                .filter(trade -> trade.side() == Side.SELL)
                .toList();
        assertThat(sales)
                .allSatisfy(sale -> assertThat(
                                sale.lots().stream().map(LotSale::quantity).reduce(Quantity.ZERO, Quantity::plus))
                        .isEqualTo(sale.quantity()));
    }
}
