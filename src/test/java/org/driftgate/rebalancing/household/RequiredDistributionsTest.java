package org.driftgate.rebalancing.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.PortfolioFixtures.household;
import static org.driftgate.testing.PortfolioFixtures.ownedBy;
import static org.driftgate.testing.PortfolioFixtures.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.driftgate.household.CashNeed;
import org.driftgate.household.Household;
import org.driftgate.household.Registration;
import org.driftgate.rebalancing.ProposedTrade;
import org.driftgate.rebalancing.Rebalancing.Draw;
import org.driftgate.rebalancing.household.ProposedHousehold.Status;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 26 CFR §1.408-8: a person's own IRAs pay for one another, a plan and a spouse's IRA never. */
class RequiredDistributionsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final LocalDate YEAR_END = LocalDate.parse("2026-12-31");

    @ParameterizedTest(name = "the other one due in {0} days")
    @ValueSource(ints = {41, 10})
    void letsAnOwnersIraWithCashPayForTheOther(int days) {
        ProposedHousehold proposed = propose(with(
                couple(Registration.IRA, "O"),
                due("H1-A1", "9000", YEAR_END),
                due("H1-A2", "6000", TODAY.plusDays(days))));
        assertThat(proposed.status()).isEqualTo(Status.NO_TRADE);
        assertThat(proposed.reason())
                .contains("H1-A1 pays $15,000.00 of the required distributions of the IRAs of O")
                .doesNotContain("H1-A2 pays");
    }

    @Test
    void saysWhoPaysWhereTradesRaiseTheMoney() {
        ProposedHousehold proposed = propose(
                with(couple(Registration.IRA, "O"), due("H1-A1", "16000", YEAR_END), due("H1-A2", "6000", YEAR_END)));
        Map<String, Money> draws = draws(proposed);
        assertThat(draws.values().stream().reduce(Money.ZERO, Money::plus)).isEqualTo(Money.usd("22000"));
        Map<String, Money> own = Map.of("H1-A1", Money.usd("16000"), "H1-A2", Money.usd("6000"));
        own.forEach((account, amount) -> {
            Money paid = draws.getOrDefault(account, Money.ZERO);
            String sentence = "%s pays $%,.2f of the required distributions".formatted(account, paid.amount());
            assertThat(proposed.reason().contains(sentence)).isEqualTo(paid.compareTo(amount) > 0);
        });
        assertThat(draws).isNotEqualTo(own);
    }

    @Test
    void tradesNothingBecauseOfADistributionThatCashPays() {
        Household rich = household(
                "H1", "60/40", ownedBy(account("H1-A1", "20000", "SPY", "600", "BND", "800"), "O", Registration.IRA));
        ProposedHousehold paid = propose(with(rich, due("H1-A1", "20000", YEAR_END)));
        assertThat(paid.status()).as("AGG is beyond its band, bonds are not").isEqualTo(Status.NO_TRADE);
        assertThat(paid.reason()).doesNotContain("pays");

        ProposedHousehold lacking = propose(with(rich, due("H1-A1", "20001", YEAR_END)));
        assertThat(lacking.status()).isEqualTo(Status.OK);
        assertThat(sales(lacking)).containsOnly("H1-A1");
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"IRA, S", "WORKPLACE_PLAN, O", "ROTH, O"})
    void letsNobodyElsePay(Registration registration, String owner) {
        ProposedHousehold proposed = propose(
                with(couple(registration, owner), due("H1-A1", "9000", YEAR_END), due("H1-A2", "6000", YEAR_END)));
        assertThat(draws(proposed))
                .containsOnly(Map.entry("H1-A1", Money.usd("9000")), Map.entry("H1-A2", Money.usd("6000")));
        assertThat(sales(proposed)).containsOnly("H1-A2");
    }

    @ParameterizedTest(name = "due in {0} days with a horizon of {1}")
    @CsvSource({"60, 60, 29000", "61, 60, 0", "496, 1100, 29000", "1101, 1100, 0"})
    void raisesWhatIsDueInsideTheHorizon(int days, int horizon, int drawn) {
        ProposedHousehold proposed = propose(
                with(couple(Registration.IRA, "O"), due("H1-A1", "29000", TODAY.plusDays(days))),
                "cash: {horizon-days: %d}".formatted(horizon));
        Money value = Objects.requireNonNull(proposed.drift()).value();
        assertThat(value).isEqualTo(Money.usd(String.valueOf(119_000 - drawn)));
        assertThat(draws(proposed).values())
                .containsExactlyElementsOf(drawn == 0 ? List.of() : List.of(Money.usd("29000")));
    }

    @Test
    void namesADistributionThatNothingCanPay() {
        ProposedHousehold proposed =
                propose(with(couple(Registration.IRA, "S"), due("H1-A2", "60000", TODAY.plusDays(10))));
        assertThat(proposed.status()).isEqualTo(Status.INFEASIBLE);
        assertThat(proposed.reason()).contains("$60,000.00").contains("required distribution");
    }

    /** 69,000 with cash of 19,000 in an IRA of O, 50,000 fully invested in the other account. */
    private static Household couple(Registration other, String owner) {
        return household(
                "H1",
                "60/40",
                ownedBy(account("H1-A1", "19000", "SPY", "300", "AGG", "200"), "O", Registration.IRA),
                ownedBy(account("H1-A2", "0", "SPY", "300", "AGG", "200"), owner, other));
    }

    private static CashNeed due(String account, String dollars, LocalDate day) {
        return new CashNeed(new AccountId(account), CashNeed.Kind.RMD, Money.usd(dollars), day);
    }

    private static Map<String, Money> draws(ProposedHousehold proposed) {
        return Objects.requireNonNull(proposed.rebalancing()).draws().stream()
                .collect(Collectors.toMap(Draw::account, draw -> Money.usd(draw.amount()), Money::plus));
    }

    /** The accounts in which something is sold. */
    private static List<String> sales(ProposedHousehold proposed) {
        return Objects.requireNonNull(proposed.rebalancing()).trades().stream()
                .filter(trade -> trade.side() == Side.SELL)
                .map(ProposedTrade::account)
                .toList();
    }

    private static ProposedHousehold propose(Household household) {
        return propose(household, "{}");
    }

    private static ProposedHousehold propose(Household household, String yaml) {
        Map<?, ?> keys = new org.yaml.snakeyaml.Yaml().load(yaml);
        var policy = ((PolicyAnswer.Accepted) PolicyReader.read("test", keys)).policy();
        return new ProposeHousehold(policy, book(), TODAY).propose(household);
    }
}
