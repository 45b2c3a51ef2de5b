package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.ReviewStory.REVIEWER;
import static org.driftgate.testing.ReviewStory.approval;

import java.time.LocalDate;
import java.util.Optional;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.CashNeed;
import org.driftgate.household.Registration;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.Money;
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
class ReviewViewTest {

    private final ReviewStory story;
    private final Reviews reviews;
    private final ReviewDrafts drafts;

    ReviewViewTest(ReviewStory story, Reviews reviews, ReviewDrafts drafts) {
        this.story = story;
        this.reviews = reviews;
        this.drafts = drafts;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void showsWhereTheHouseholdIsAndWhereItGoes() {
        ReviewView view = reviews.view(story.inReview().about());

        assertThat(view.householdName()).isEqualTo("Hopper Household");
        assertThat(view.value()).isEqualByComparingTo("101500");
        assertThat(view.driftBasis()).isEqualTo("ANY_CLASS");
        assertThat(view.whyNow()).startsWith("US Bond is 19.70 %");
        assertThat(view.allocation())
                .extracting(line -> "%s %s %s %s %s then %s"
                        .formatted(
                                line.assetClass(),
                                line.current(),
                                line.target(),
                                line.proposed(),
                                line.outside(),
                                line.outsideAfter()))
                .containsExactly(
                        "US Bond 19.70 40.00 34.48 true then true",
                        "US Equity 78.82 60.00 64.04 true then false",
                        "Cash Equivalent 1.48 0.00 1.48 false then false");
        assertThat(view.driftBasis()).isEqualTo("ANY_CLASS");
        assertThat(view.tiers())
                .extracting(line -> "%s %s of %s %s %s %s %s then %s"
                        .formatted(
                                line.tier(),
                                line.name(),
                                line.assetClass(),
                                line.current(),
                                line.target(),
                                line.proposed(),
                                line.outside(),
                                line.outsideAfter()))
                .containsExactly(
                        "SECURITY AGG of US Bond 19.70 40.00 34.48 true then true",
                        "SECURITY SPY of US Equity 78.82 60.00 64.04 true then false");
    }

    @Test
    void listsTheAccountsItLookedAtAndThoseItDidNot() {
        var frozen =
                ReviewFixtures.account(new AccountId("H1-A3"), Registration.TRUST, AccountStatus.FROZEN, true, "7000");
        ProposalVersion version = story.inReview(
                ReviewFixtures.withAccounts(ReviewFixtures.taxable(false), ReviewFixtures.ira(), frozen),
                ReviewFixtures.trades());

        ReviewView view = reviews.view(version.about());

        assertThat(view.accountsConsidered())
                .extracting(account -> account.account() + ": " + account.note())
                .containsExactly(
                        "H1-A1: cash $1,000.00, without discretion: client consent needed", "H1-A2: cash $500.00");
        assertThat(view.accountsNotConsidered())
                .extracting(account -> account.account() + ": " + account.note())
                .containsExactly("H1-A3: the account is frozen");
    }

    @Test
    void showsTheCodesOfEachLineBesideTheSentences() {
        ReviewView view = reviews.view(story.inReview().about());

        assertThat(view.lines())
                .hasSize(4)
                .allSatisfy(line -> assertThat(line.reasons())
                        .containsExactly(
                                new ReviewView.ReasonView("DRIFT", "US Equity is 18.90 points above its target.")));
    }

    @Test
    void showsHowLongAnApprovalLives() {
        ProposalVersion version = story.inReview();
        assertThat(reviews.view(version.about()).approvedUntil()).isNull();

        reviews.decide(version.about(), approval(version), REVIEWER);

        assertThat(reviews.view(version.about()).approvedUntil()).startsWith("2026-11-20T");
    }

    @Test
    void continuesADraftInAnotherBrowser() {
        ProposalVersion version = story.inReview();
        drafts.save(version.about(), REVIEWER, 1, "{\"lines\": []}");
        drafts.save(version.about(), REVIEWER, 1, "{\"lines\": [{\"line\": 2, \"quantity\": \"90\"}]}");

        Optional<ReviewDrafts.Draft> draft = drafts.load(version.about(), REVIEWER);

        assertThat(draft).hasValueSatisfying(found -> {
            assertThat(found.version()).isEqualTo(1);
            assertThat(found.content()).contains("\"quantity\": \"90\"");
        });
        assertThat(drafts.load(version.about(), ReviewStory.REVIEWER2)).isEmpty();
    }

    @Test
    void saysWhatIsDueFromAnAccount() {
        var need = new CashNeed(
                ReviewFixtures.A2, CashNeed.Kind.WITHDRAWAL, Money.usd("1200"), LocalDate.parse("2026-12-01"));
        CaseId about = story.openCase(ReviewFixtures.with(need));
        story.propose(about, ReviewFixtures.trades());

        assertThat(reviews.view(about).accountsConsidered())
                .extracting(account -> account.account() + ": " + account.note())
                .contains("H1-A2: cash $500.00, withdrawal of $1,200.00 on 2026-12-01");
    }
}
