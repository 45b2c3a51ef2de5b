package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.ReviewFixtures.A1;
import static org.driftgate.testing.ReviewFixtures.buy;
import static org.driftgate.testing.ReviewFixtures.part;
import static org.driftgate.testing.ReviewFixtures.sell;
import static org.driftgate.testing.ReviewStory.REVIEWER;
import static org.driftgate.testing.ReviewStory.TAX;
import static org.driftgate.testing.ReviewStory.approval;

import java.util.List;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.review.TaxReviews.LotChoice;
import org.driftgate.review.TaxReviews.LotChoice.SaleChoice;
import org.driftgate.review.TaxReviews.Outcome;
import org.driftgate.shared.Quantity;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.ReviewFixtures;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.ReviewTestConfiguration;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

@FeatureTest
@Import(ReviewTestConfiguration.class)
class TaxReviewsTest {

    private final ReviewStory story;
    private final Reviews reviews;
    private final TaxReviews taxReviews;
    private final Gate gate;
    private final AuditLog audit;

    TaxReviewsTest(ReviewStory story, Reviews reviews, TaxReviews taxReviews, Gate gate, AuditLog audit) {
        this.story = story;
        this.reviews = reviews;
        this.taxReviews = taxReviews;
        this.gate = gate;
        this.audit = audit;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void showsEveryLotWithTermGainAndBudget() {
        ProposalVersion version = approved();

        TaxReviews.TaxReviewView view = taxReviews.view(version.about());

        assertThat(view.estimatedTax()).isEqualByComparingTo("1200");
        assertThat(view.tax()).singleElement().satisfies(unit -> {
            assertThat(unit.longTermGain()).isEqualByComparingTo("6000");
            assertThat(unit.gainBudget()).isEqualByComparingTo("20000");
            assertThat(unit.overBudget()).isFalse();
        });
        assertThat(view.sales()).extracting(TaxReviews.TaxReviewView.Sale::line).containsExactly(1, 3);
        assertThat(view.sales().get(0).lots())
                .extracting(lot -> "%s %s %s %s %s"
                        .formatted(lot.lot(), lot.term(), lot.daysToLongTerm(), lot.quantity(), lot.gain()))
                .containsExactly("L1 LONG null 100 6000.00", "L3 LONG null 0 -2000.00", "L2 SHORT 194 0 4000.00");
    }

    @Test
    void leavesTheGateAloneWhenOnlyLotsChange() {
        ProposalVersion version = approved();
        ApprovedVersion before = gate.approval(version.about()).orElseThrow();

        Outcome outcome = choose(version, sale(1, "100", part("L3", "100")));

        ApprovedVersion after = gate.approval(version.about()).orElseThrow();
        assertThat(outcome).isEqualTo(new Outcome.Recorded(false));
        assertThat(after.verdict()).isEqualTo(before.verdict());
        assertThat(after.version().tradeHash()).isEqualTo(before.version().tradeHash());
        assertThat(after.lotHash()).isNotEqualTo(before.lotHash());
        assertThat(after.lots().get(1)).containsExactly(part("L3", "100"));
        assertThat(after.lots().get(3)).containsExactly(part("L4", "50"));
        assertThat(gate.objections(version.about())).singleElement().asString().contains("may still be taken back");
        assertThat(taxReviews.view(version.about()).estimatedTax()).isEqualByComparingTo("0");
        assertThat(events(version)).contains(AuditEvent.LOTS_CHOSEN);
    }

    @Test
    void takesTheNewestOfSeveralChoices() {
        ProposalVersion version = approved();
        choose(version, sale(1, "100", part("L3", "100")));
        choose(version, sale(1, "100", part("L2", "30"), part("L1", "70")));

        assertThat(gate.approval(version.about()).orElseThrow().lots().get(1))
                .containsExactly(part("L2", "30"), part("L1", "70"));
    }

    @Test
    void sendsAnotherQuantityBackToCompliance() {
        ProposalVersion version = approved();

        Outcome outcome = choose(version, sale(3, "60", part("L4", "60")));

        ProposalVersion changed = story.current(version.about());
        assertThat(outcome).isEqualTo(new Outcome.Recorded(true));
        assertThat(changed.number()).isEqualTo(2);
        assertThat(changed.kind()).isEqualTo(ProposalVersion.Kind.CHANGE);
        assertThat(changed.proposedBy()).isEqualTo(TAX);
        assertThat(gate.approval(version.about())).isEmpty();
        assertThat(gate.objections(version.about())).containsExactly("version 2 has no approval");
        assertThat(reviews.decide(version.about(), approval(changed), REVIEWER))
                .isInstanceOf(ReviewDecision.Outcome.Recorded.class);
    }

    @Test
    void sendsMoreGainThanApprovedBackToCompliance() {
        ProposalVersion version = story.inReview(
                ReviewFixtures.household(),
                List.of(sell(1, A1, "SPY", 100, part("L3", "100")), buy(2, A1, "AGG", 100)));
        reviews.decide(version.about(), approval(version), REVIEWER);

        Outcome outcome = choose(version, sale(1, "100", part("L1", "100")));

        ProposalVersion changed = story.current(version.about());
        assertThat(outcome).isEqualTo(new Outcome.Recorded(true));
        assertThat(changed.number()).isEqualTo(2);
        assertThat(changed.kind()).isEqualTo(ProposalVersion.Kind.CHANGE);
        assertThat(changed.proposedBy()).isEqualTo(TAX);
        assertThat(changed.trades().get(0).lots()).containsExactly(part("L1", "100"));
        assertThat(gate.approval(version.about())).isEmpty();
    }

    @Test
    void keepsTheProposerWhenAQuantityOnlyShrinks() {
        ProposalVersion version = approved();

        assertThat(choose(version, sale(1, "96", part("L1", "96")))).isEqualTo(new Outcome.Recorded(true));
        assertThat(story.current(version.about()).kind()).isEqualTo(ProposalVersion.Kind.REDUCTION);
        assertThat(story.current(version.about()).proposedBy()).isEqualTo(ReviewStory.ADVISER);
    }

    @Test
    void namesTheShortfallWhenASmallerSaleNoLongerPaysForItsBuy() {
        ProposalVersion version = approved();

        assertThat(choose(version, sale(1, "50", part("L1", "50"))))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .asString()
                                .contains("H1-A1", "$4,050.00"));
    }

    @Test
    void refusesLotsThatDoNotAddUpOrAreNotHeld() {
        ProposalVersion version = approved();

        assertThat(choose(version, sale(1, "100", part("L1", "99"))))
                .isEqualTo(new Outcome.Refused(List.of("the lots of line 1 add up to 99, not 100")));
        assertThat(choose(version, sale(2, "100", part("L1", "100"))))
                .isEqualTo(new Outcome.Refused(List.of("line 2 is not a sale of version 1")));
        assertThat(choose(version, sale(1, "100", part("L4", "100"))))
                .isEqualTo(new Outcome.Refused(List.of("line 1 (SELL 100 SPY in account H1-A1): lot L4 is not held")));
        assertThat(choose(version, sale(3, "50", part("L4", "50")))).isEqualTo(new Outcome.Recorded(false));
    }

    @Test
    void refusesWhatIsNotApprovedOrNoLongerOnTheScreen() {
        ProposalVersion version = story.inReview();
        assertThat(choose(version, sale(1, "100", part("L1", "100"))))
                .isEqualTo(new Outcome.Refused(List.of("version 1 is not approved")));

        reviews.decide(version.about(), approval(version), REVIEWER);
        choose(version, sale(3, "60", part("L4", "60")));

        assertThat(choose(version, sale(1, "100", part("L1", "100")))).isInstanceOf(Outcome.Moved.class);
    }

    private ProposalVersion approved() {
        ProposalVersion version = story.inReview();
        reviews.decide(version.about(), approval(version), REVIEWER);
        return version;
    }

    private Outcome choose(ProposalVersion version, SaleChoice... sales) {
        return taxReviews.choose(
                version.about(), new LotChoice(version.number(), version.tradeHash(), List.of(sales), "lots"), TAX);
    }

    private List<AuditEvent> events(ProposalVersion version) {
        return audit.ofCase(version.about()).stream()
                .map(recorded -> recorded.entry().event())
                .toList();
    }

    private static SaleChoice sale(int line, String quantity, LotSale... lots) {
        return new SaleChoice(line, Quantity.shares(quantity), List.of(lots));
    }
}
