package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.ReviewFixtures.A1;
import static org.driftgate.testing.ReviewFixtures.A2;
import static org.driftgate.testing.ReviewFixtures.buy;
import static org.driftgate.testing.ReviewFixtures.part;
import static org.driftgate.testing.ReviewFixtures.sell;
import static org.driftgate.testing.ReviewStory.REVIEWER;
import static org.driftgate.testing.ReviewStory.approval;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.household.CashNeed;
import org.driftgate.household.Household;
import org.driftgate.household.RecentTrade;
import org.driftgate.household.Restriction;
import org.driftgate.process.Rows;
import org.driftgate.process.ShippedRules;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Trade;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.ReviewFixtures;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.ReviewTestConfiguration;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

@FeatureTest
@Import(ReviewTestConfiguration.class)
class CheckPreTradeRulesTest {

    private final ReviewStory story;
    private final CheckPreTradeRules check;
    private final Reviews reviews;
    private final AuditLog audit;
    private final ShippedRules tables;

    CheckPreTradeRulesTest(
            ReviewStory story, CheckPreTradeRules check, Reviews reviews, AuditLog audit, ShippedRules tables) {
        this.story = story;
        this.check = check;
        this.reviews = reviews;
        this.audit = audit;
        this.tables = tables;
    }

    @BeforeEach
    @AfterEach
    void clear() {
        TestDatabase.clear();
        tables.reset();
    }

    @Test
    void findsNothingInACleanProposal() {
        CaseId about = proposed(ReviewFixtures.household(), ReviewFixtures.trades());

        CheckPreTradeRules.Facts facts = check.forCase(about);

        assertThat(facts.tradeCount()).isEqualTo(4);
        assertThat(facts.estimatedTax()).isEqualByComparingTo("1200");
        assertThat(facts.blocked()).isFalse();
        assertThat(facts.consentRequired()).isFalse();
        assertThat(reviews.view(about).findings()).isEmpty();
        assertThat(audit.ofCase(about))
                .extracting(recorded -> recorded.entry().event())
                .contains(AuditEvent.RULES_CHECKED);
    }

    @Test
    void taxesNothingInsideARetirementAccount() {
        CaseId about = proposed(
                ReviewFixtures.household(), List.of(sell(1, A2, "SPY", 50, part("L4", "50")), buy(2, A2, "AGG", 50)));

        assertThat(check.forCase(about).estimatedTax()).isEqualByComparingTo("0");
        assertThat(reviews.view(about).lines().get(0).longTermGain()).isEqualByComparingTo("2500");
    }

    @Test
    void flagsAShortTermGainAndAnOverrunBudget() {
        CaseId about = proposed(
                ReviewFixtures.household(),
                List.of(
                        sell(1, A1, "SPY", 20, part("L2", "20")),
                        sell(2, A1, "SPY", 350, part("L1", "350")),
                        buy(3, A1, "AGG", 370)));

        CheckPreTradeRules.Facts facts = check.forCase(about);

        assertThat(facts.shortTermGain()).isTrue();
        assertThat(facts.budgetExceeded()).isTrue();
        assertThat(findings(about))
                .contains(
                        "WARNING SHORT_TERM_GAIN $400.00 of gain is realised before it is long-term [1]",
                        "WARNING GAIN_BUDGET realised gains of tax unit T1 reach $21,400.00 this year, its budget is"
                                + " $20,000.00 [1, 2]",
                        "WARNING DUPLICATE_ORDER 2 orders for SPY in account H1-A1 look like duplicates [1, 2]");
    }

    @Test
    void flagsAWashSaleWithBothDates() {
        var bought = new RecentTrade(
                A2, LocalDate.parse("2026-10-21"), new Symbol("SPY"), Side.BUY, Quantity.shares(5), Price.of("101"));
        CaseId about = proposed(ReviewFixtures.with(bought), List.of(sell(1, A1, "SPY", 100, part("L3", "100"))));

        assertThat(check.forCase(about).washSale()).isTrue();
        assertThat(findings(about))
                .contains("WARNING WASH_SALE the sale of SPY lot L3 on 2026-11-20 at a loss of $2,000.00 is a wash"
                        + " sale: SPY was bought in account H1-A2 on 2026-10-21 [1]");
        assertThat(reviews.view(about).lines().get(0).flags()).containsExactly("WASH_SALE");
    }

    @Test
    void blocksSpendingWhatAWithdrawalNeeds() {
        var need = new CashNeed(A1, CashNeed.Kind.WITHDRAWAL, Money.usd("1500"), LocalDate.parse("2026-12-01"));
        ProposalVersion version = story.inReview(ReviewFixtures.with(need), ReviewFixtures.trades());

        assertThat(findings(version.about()))
                .containsExactly("BLOCK CASH_NEED account H1-A1 lacks $500.00: $1,000.00 in cash after the trades,"
                        + " $1,500.00 needed [1, 2]");
        assertThat(reviews.decide(version.about(), approval(version), REVIEWER))
                .isInstanceOf(ReviewDecision.Outcome.Refused.class);
    }

    @Test
    void warnsWhenOnlyTheCollarIsNotCovered() {
        CaseId about = proposed(
                ReviewFixtures.household(),
                List.of(sell(1, A1, "SPY", 100, part("L1", "100")), buy(2, A1, "AGG", 110)));
        check.forCase(about);

        assertThat(findings(about))
                .containsExactly(
                        "WARNING COLLAR_CASH buys in account H1-A1 may shrink at release: at their limits $55.00"
                                + " would be missing [1, 2]",
                        "WARNING CASH_NEED account H1-A1 has $0.00 in cash after the trades, $0.00 needed: less than"
                                + " 25 dollars stay for fees [1, 2]");
    }

    @Test
    void warnsWhenAClassMovesFurtherOutsideItsBand() {
        CaseId about = proposed(ReviewFixtures.household(), List.of(sell(1, A2, "AGG", 20, part("L5", "20"))));
        check.forCase(about);

        assertThat(findings(about))
                .anySatisfy(finding -> assertThat(finding).startsWith("WARNING DRIFT_WORSE US Bond"));
    }

    @Test
    void blocksWhatTakesAClassBeyondItsRange() {
        CaseId about = proposed(
                ReviewFixtures.household(),
                List.of(sell(1, A1, "SPY", 400, part("L1", "400")), buy(2, A1, "AGG", 300), buy(3, A2, "AGG", 4)));
        check.forCase(about);

        assertThat(findings(about))
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith("BLOCK IPS_LIMIT US Bond is ")
                        .endsWith("against a limit of 45.00 % [2, 3]"));
    }

    @Test
    void carriesTheRestrictionsForRouting() {
        Household household =
                ReviewFixtures.with(new Restriction(A1, new Symbol("EFA"), Restriction.Kind.NO_BUY, "client screen"));
        CaseId about = proposed(household, ReviewFixtures.trades());

        assertThat(check.forCase(about).restrictionFlags()).isEqualTo("NO_BUY: EFA in account H1-A1, client screen");
    }

    @Test
    void knowsThatAnAccountWithoutDiscretionNeedsConsent() {
        CaseId about = proposed(ReviewFixtures.nonDiscretionary(), ReviewFixtures.trades());

        assertThat(check.forCase(about).consentRequired()).isTrue();
    }

    @Test
    void keepsEveryRuleThatWasAskedWithLimitMeasureLinesAndTable() {
        CaseId about = proposed(ReviewFixtures.household(), ReviewFixtures.trades());
        check.forCase(about);

        List<ReviewView.RuleView> asked = reviews.view(about).rules();

        assertThat(asked).extracting(ReviewView.RuleView::rule).contains(names(PreTradeRule.values()));
        assertThat(asked).extracting(ReviewView.RuleView::outcome).containsOnly("PASS");
        assertThat(asked)
                .filteredOn(rule -> rule.rule().equals("TURNOVER"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.row()).isEqualTo("TURN-0");
                    assertThat(rule.actual()).isEqualByComparingTo("14.778325");
                    assertThat(rule.limit()).isEqualByComparingTo("100");
                    assertThat(rule.lines()).containsExactly(1, 2, 3, 4);
                    assertThat(rule.decidedBy()).isEqualTo("pre-trade-turnover version 1");
                });
        assertThat(checked(about)).containsEntry("rulesAsked", asked.size()).containsEntry("objections", List.of());
        assertThat(checked(about).get("tables").toString())
                .containsPattern("pre-trade-turnover version 1=[0-9a-f]{64}");
    }

    @Test
    void followsTheTableWithItsOwnLimitAndWords() {
        tables.edit(
                Rows.add(ShippedRules.text(), "pre-trade-turnover", "> 10", "TURN-9", "BLOCK", "10", "2026-11-20", ""));
        ProposalVersion version = story.inReview(ReviewFixtures.household(), ReviewFixtures.trades());

        assertThat(findings(version.about()))
                .containsExactly("BLOCK TURNOVER the trades turn over 14.78 % of the household, more than 10.00 %:"
                        + " the firm's rule [1, 2, 3, 4]");
        assertThat(reviews.decide(version.about(), approval(version), REVIEWER))
                .isInstanceOf(ReviewDecision.Outcome.Refused.class);
        assertThat(reviews.view(version.about()).rules())
                .filteredOn(rule -> rule.row().equals("TURN-9"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.effectiveFrom()).isEqualTo("2026-11-20"));
        assertThat(checked(version.about()).get("objections").toString())
                .contains(
                        "BLOCK TURNOVER TURN-9: 14.778325, limit 10, lines [1, 2, 3, 4], pre-trade-turnover version 1");
    }

    @Test
    void keepsTheFirmsRestrictedList() {
        tables.edit(ShippedRules.text()
                .replace("id=\"res1Forbidden\"><text>true", "id=\"res1Forbidden\"><text>")
                .replace("id=\"res1Symbol\"><text>", "id=\"res1Symbol\"><text>\"AGG\"")
                .replace(
                        "id=\"res1OutputBecause\"><text>",
                        "id=\"res1OutputBecause\"><text>\"restricted list of 18 Nov\""));
        CaseId about = proposed(ReviewFixtures.household(), ReviewFixtures.trades());
        check.forCase(about);

        assertThat(findings(about))
                .containsExactly(
                        "BLOCK RESTRICTION a buy of AGG in account H1-A1 is not allowed: restricted list of 18 Nov [2]",
                        "BLOCK RESTRICTION a buy of AGG in account H1-A2 is not allowed: restricted list of 18 Nov [4]");
    }

    private Map<String, Object> checked(CaseId about) {
        var facts = new HashMap<String, Object>();
        audit.ofCase(about).stream()
                .filter(recorded -> recorded.entry().event() == AuditEvent.RULES_CHECKED)
                .forEach(recorded -> facts.putAll(recorded.entry().facts()));
        return facts;
    }

    private static String[] names(PreTradeRule... rules) {
        return Arrays.stream(rules).map(Enum::name).toArray(String[]::new);
    }

    private CaseId proposed(Household household, List<Trade> trades) {
        CaseId about = story.openCase(household);
        story.propose(about, trades);
        return about;
    }

    private List<String> findings(CaseId about) {
        return reviews.view(about).findings().stream()
                .map(finding -> "%s %s %s %s"
                        .formatted(finding.severity(), finding.rule(), finding.sentence(), finding.lines()))
                .toList();
    }
}
