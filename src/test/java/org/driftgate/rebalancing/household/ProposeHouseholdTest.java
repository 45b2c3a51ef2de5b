package org.driftgate.rebalancing.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.at;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.PortfolioFixtures.household;
import static org.driftgate.testing.PortfolioFixtures.unreconciled;
import static org.driftgate.testing.PortfolioFixtures.with;
import static org.driftgate.testing.PortfolioFixtures.withPositions;
import static org.driftgate.testing.PortfolioFixtures.withStatus;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.CashNeed;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.OpenOrder;
import org.driftgate.household.Position;
import org.driftgate.household.Restriction;
import org.driftgate.rebalancing.ProposedTrade;
import org.driftgate.rebalancing.household.ProposedHousehold.Status;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;
import org.junit.jupiter.api.Test;

class ProposeHouseholdTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final AccountId A1 = new AccountId("H1-A1");
    /** 80 % SPY against 60 %, 20 % AGG against 40 %; basis 10 a share. */
    private static final Household DRIFTED = household("H1", "60/40", "0", "SPY", "800", "AGG", "200");

    @Test
    void bringsADriftedHouseholdBackHalfTheBand() {
        ProposedHousehold proposed = propose(DRIFTED, "tax: {gain-budget: OFF}");
        assertThat(proposed.status()).isEqualTo(Status.OK);
        assertThat(proposed.driftAfter()).isBetween(Weight.of("0.0240"), Weight.of("0.0260"));
        assertThat(trades(proposed))
                .extracting(trade -> trade.side() + " " + trade.symbol())
                .containsExactlyInAnyOrder("SELL SPY", "BUY AGG");
    }

    @Test
    void leavesAHouseholdInsideItsBandsAlone() {
        ProposedHousehold proposed = propose(household("H1", "60/40", "0", "SPY", "640", "AGG", "360"), "{}");
        assertThat(proposed.status()).isEqualTo(Status.NO_TRADE);
        assertThat(proposed.reason()).contains("inside its band");
        assertThat(proposed.driftAfter())
                .isEqualTo(Objects.requireNonNull(proposed.drift()).totalDrift());
    }

    @Test
    void keepsWithinWhatTheYearLeavesOfTheBudget() {
        List<ProposedTrade> trades = trades(propose(DRIFTED, "{}"));
        double gains = trades.stream()
                .mapToDouble(trade -> trade.shortGain().add(trade.longGain()).doubleValue())
                .sum();
        assertThat(gains).isPositive().isLessThanOrEqualTo(25_000 - 1_200.50);
    }

    @Test
    void sellsNothingThatMustNotBeSold() {
        Restriction rule = new Restriction(A1, new Symbol("SPY"), Restriction.Kind.NO_SELL, "legacy");
        ProposedHousehold proposed = propose(with(DRIFTED, rule), "{}");
        assertThat(proposed.status()).isEqualTo(Status.NO_TRADE);
        assertThat(proposed.reason()).startsWith("no allowed trade gains more than it costs. ");
    }

    @Test
    void buysNothingThatMustNotBeBought() {
        Restriction rule = new Restriction(null, new Symbol("AGG"), Restriction.Kind.NO_BUY, "screen");
        assertThat(propose(with(DRIFTED, rule), "tax: {gain-budget: OFF}").status())
                .isEqualTo(Status.NO_TRADE);
    }

    @Test
    void countsWhatIsHeldAwayAndTradesTheRest() {
        Household twoAccounts = household(
                "H1",
                "60/40",
                account("H1-A1", "0", "SPY", "500", "AGG", "100"),
                at(account("H1-A2", "0", "SPY", "300", "AGG", "100"), "held-away", true));
        ProposedHousehold proposed = propose(twoAccounts, "tax: {gain-budget: OFF}");
        assertThat(proposed.reason()).contains("H1-A2 is not traded: held away");
        assertThat(trades(proposed))
                .isNotEmpty()
                .allMatch(trade -> trade.account().equals("H1-A1"));
        assertThat(proposed.driftAfter()).isLessThan(Weight.of("0.03"));
    }

    @Test
    void setsAsideAHouseholdOfWhichNothingMayTrade() {
        Household frozen = household(
                "H1", "60/40", withStatus(account("H1-A1", "0", "SPY", "800", "AGG", "200"), AccountStatus.FROZEN));
        assertThat(propose(frozen, "{}")).satisfies(proposed -> {
            assertThat(proposed.status()).isEqualTo(Status.SET_ASIDE);
            assertThat(proposed.reason()).isEqualTo("H1-A1 is not traded: the account is frozen");
        });
        OpenOrder order = new OpenOrder(A1, new Symbol("SPY"), Side.SELL, Quantity.shares("1"), TODAY);
        assertThat(propose(with(DRIFTED, order), "{}").reason()).contains("somebody else's order is working");
    }

    @Test
    void namesWhatContradictsItself() {
        Position torn = new Position(
                new Symbol("SPY"), Quantity.shares("5"), List.of(lot("L1", "SPY", "4", "10", "2020-03-02")));
        Map<Household, String> contradictions = Map.of(
                household("H1", "80/20", "0", "SPY", "1"), "UNKNOWN_MODEL: 80/20",
                household("H2", "60/40", "0", "XYZ", "1"), "UNKNOWN_SYMBOL: XYZ",
                household("H3", "60/40", "0"), "NO_VALUE",
                household("H5", "60/40", "100000000000.01"),
                        "TOO_LARGE: the cash of account H5-A1 is $100,000,000,000.01",
                household("H6", "60/40", "0", "SPY", "2000000000"), "TOO_LARGE: the value of SPY in account H6-A1",
                unreconciled(DRIFTED, "cash"), "UNRECONCILED",
                household("H4", "60/40", withPositions(account("H4-A1", "0"), torn)), "LOTS_DO_NOT_ADD_UP");
        contradictions.forEach((household, name) -> assertThat(propose(household, "{}"))
                .satisfies(proposed -> {
                    assertThat(proposed.status()).isEqualTo(Status.SET_ASIDE);
                    assertThat(proposed.reason()).contains(name);
                }));
    }

    @Test
    void raisesAWithdrawalAndSaysWhichAccountCannot() {
        Household balanced = household("H1", "60/40", "0", "SPY", "600", "AGG", "400");
        Household paying = with(balanced, need("9000"));
        assertThat(trades(propose(paying, "{}")).stream()
                        .filter(trade -> trade.side() == Side.SELL)
                        .mapToDouble(trade -> trade.amount().doubleValue())
                        .sum())
                .isGreaterThanOrEqualTo(9_000);
        ProposedHousehold poor = propose(with(balanced, need("200000")), "{}");
        assertThat(poor.status()).isEqualTo(Status.INFEASIBLE);
        assertThat(poor.reason()).startsWith("H1-A1 lacks $100,000.00 of the $200,000.00 due from it by ");
        Household twoAccounts = household(
                "H1", "60/40", account("H1-A1", "100", "SPY", "10"), account("H1-A2", "0", "SPY", "590", "AGG", "400"));
        ProposedHousehold lacking = propose(with(twoAccounts, need("9000")), "{}");
        assertThat(lacking.status()).isEqualTo(Status.INFEASIBLE);
        assertThat(lacking.reason()).contains("H1-A1 lacks $7,900.00 of its $9,000.00 need");
    }

    @Test
    void takesAnUnknownBasisForAFullGain() {
        Position unknown = new Position(
                new Symbol("SPY"), Quantity.shares("800"), List.of(lot("L1", "SPY", "800", "0", "2020-03-02")));
        Household household = household("H1", "60/40", withPositions(account("H1-A1", "20000"), unknown));
        ProposedHousehold proposed = propose(household, "tax: {gain-budget: OFF}");
        assertThat(proposed.reason()).contains("1 lot of unknown basis");
    }

    @Test
    void harvestsIntoASubstituteAndBuysNothingBack() {
        Position losing = new Position(
                new Symbol("SPY"), Quantity.shares("800"), List.of(lot("L1", "SPY", "800", "150", "2020-03-02")));
        Position bonds = new Position(
                new Symbol("AGG"), Quantity.shares("200"), List.of(lot("L2", "AGG", "200", "100", "2020-03-02")));
        ProposedHousehold proposed =
                propose(household("H1", "60/40", withPositions(account("H1-A1", "0"), losing, bonds)), "{}");
        assertThat(trades(proposed))
                .anyMatch(trade -> trade.side() == Side.BUY && trade.symbol().equals("VTI"));
        assertThat(trades(proposed))
                .noneMatch(trade -> trade.side() == Side.BUY && trade.symbol().equals("SPY"));
        assertThat(Objects.requireNonNull(proposed.rebalancing()).lotSales())
                .isNotEmpty()
                .allMatch(sale -> sale.disallowed().signum() == 0);
    }

    @Test
    void sellsLessTheMoreTaxWeighs() {
        double last = Double.POSITIVE_INFINITY;
        for (String weight : List.of("0", "1", "2", "4", "10")) {
            ProposedHousehold proposed = propose(
                    DRIFTED, "{tax: {gain-budget: OFF, weight: %s}, trading: {whole-shares: false}}".formatted(weight));
            double tax =
                    Objects.requireNonNull(proposed.rebalancing()).nettedTax().doubleValue();
            if (weight.equals("0")) assertThat(tax).isPositive();
            assertThat(tax).as("weight %s", weight).isLessThanOrEqualTo(last + 0.01);
            last = tax;
        }
        assertThat(last).isZero();
    }

    @Test
    void givesTheSameAnswerTwice() {
        assertThat(propose(DRIFTED, "{}")).isEqualTo(propose(DRIFTED, "{}"));
    }

    private static CashNeed need(String dollars) {
        return new CashNeed(A1, CashNeed.Kind.WITHDRAWAL, Money.usd(dollars), TODAY.plusDays(30));
    }

    private static Lot lot(String id, String symbol, String shares, String cost, String acquired) {
        return new Lot(
                new LotId(id), new Symbol(symbol), Quantity.shares(shares), Price.of(cost), LocalDate.parse(acquired));
    }

    private static List<ProposedTrade> trades(ProposedHousehold proposed) {
        assertThat(proposed.status()).isEqualTo(Status.OK);
        return Objects.requireNonNull(proposed.rebalancing()).trades();
    }

    private static ProposedHousehold propose(Household household, String yaml) {
        Map<?, ?> keys = new org.yaml.snakeyaml.Yaml().load(yaml);
        var policy = ((PolicyAnswer.Accepted) PolicyReader.read("test", keys)).policy();
        return new ProposeHousehold(policy, book(), TODAY).propose(household);
    }
}
