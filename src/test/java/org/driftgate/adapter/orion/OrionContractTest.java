package org.driftgate.adapter.orion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.driftgate.household.Account;
import org.driftgate.household.Book;
import org.driftgate.household.CashNeed;
import org.driftgate.household.Household;
import org.driftgate.household.PortfolioSource.Answer;
import org.driftgate.household.Position;
import org.driftgate.household.Registration;
import org.driftgate.household.Restriction;
import org.driftgate.proposal.ProposalSource;
import org.driftgate.proposal.Trade;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.SystemFault;
import org.driftgate.shared.Weight;
import org.driftgate.simulator.RunningSimulators;
import org.driftgate.simulator.SampleBook;
import org.driftgate.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapter against the simulated Orion, over HTTP. */
class OrionContractTest {

    private final TestClock clock = new TestClock();
    private final RunningSimulators simulators = RunningSimulators.start(SampleBook.rows(), clock);
    private final OrionUnderTest orion = new OrionUnderTest(simulators.url(), clock);

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    void carriesEverythingOfAHouseholdOverTheWire() {
        Book book = complete(List.of()).book();

        assertThat(book.households()).extracting(h -> h.id().value()).containsExactly("H1", "H2");
        Household first = book.households().get(0);
        assertThat(first.name()).isEqualTo("Calder");
        assertThat(first.adviser().value()).isEqualTo("advisor01");
        assertThat(first.adviserEmail()).isEqualTo("advisor01@firm.example");
        assertThat(first.recipients())
                .containsExactly(
                        new Household.Recipient("Calder", "ana@client.example"),
                        new Household.Recipient("Leo Calder", "leo@client.example"));
        assertThat(first.model()).isEqualTo("Balanced");
        assertThat(first.approvalMode()).isEqualTo(Household.ApprovalMode.HOUSEHOLD);
        assertThat(first.lifeEvent()).isNull();
        assertThat(first.cashNeeds())
                .containsExactly(new CashNeed(
                        new AccountId("10000001"),
                        CashNeed.Kind.WITHDRAWAL,
                        Money.usd("3000"),
                        LocalDate.of(2026, 12, 10)));
        assertThat(first.recentTrades()).singleElement().satisfies(trade -> {
            assertThat(trade.account().value()).isEqualTo("10000002");
            assertThat(trade.side()).isEqualTo(Side.BUY);
            assertThat(trade.price()).isEqualTo(Price.of("74.5"));
        });
        assertThat(book.households().get(1).restrictions())
                .containsExactly(new Restriction(null, new Symbol("ITOT"), Restriction.Kind.NO_BUY, "prefers VTI"));
    }

    @Test
    void carriesAccountsWithLotsTaxUnitsAndMarket() {
        Book book = complete(List.of()).book();

        Household first = book.households().get(0);
        Account taxable = first.accounts().get(0);
        assertThat(taxable.id().value()).isEqualTo("10000001");
        assertThat(taxable.registration()).isEqualTo(Registration.TAXABLE);
        assertThat(taxable.ownerBirthDate()).isEqualTo(LocalDate.of(1960, 5, 1));
        assertThat(taxable.cash()).isEqualTo(Money.usd("5000"));
        assertThat(taxable.settledCash()).isEqualTo(Money.usd("5000"));
        assertThat(taxable.heldAway()).isFalse();
        assertThat(taxable.discretionary()).isTrue();
        assertThat(taxable.positions()).extracting(Position::quantity).contains(Quantity.shares(300));
        assertThat(taxable.positions()).allMatch(Position::lotsAddUp);
        assertThat(first.taxUnits()).singleElement().satisfies(unit -> {
            assertThat(unit.gainBudget()).isEqualTo(Money.usd("25000"));
            assertThat(unit.realizedLongYtd()).isEqualTo(Money.usd("100"));
            assertThat(unit.carryforwardLong()).isEqualTo(Money.usd("-50"));
            assertThat(unit.shortTermRate()).isEqualByComparingTo("0.24");
        });
        assertThat(book.models().get("Balanced").targets()).containsEntry(new Symbol("BND"), Weight.of("0.4"));
        assertThat(book.securities().get(new Symbol("VTI")).price()).isEqualTo(Price.of("300"));
        assertThat(book.securities().get(new Symbol("VTI")).pricedAt())
                .isEqualTo(Instant.parse("2026-11-19T21:00:00Z"));
        assertThat(book.substitutes())
                .containsExactly(new Book.Substitute(new Symbol("VTI"), new Symbol("ITOT"), false));
    }

    @Test
    void hashesTheSameAnswerTheSame() {
        assertThat(complete(List.of()).hash())
                .isEqualTo(complete(List.of()).hash())
                .hasSize(64);
    }

    @Test
    void collectsOneHouseholdAsTheBulkWould() {
        Household alone =
                complete(List.of(new HouseholdId("H2"))).book().households().get(0);
        assertThat(alone).isEqualTo(complete(List.of()).book().households().get(1));
    }

    @Test
    void namesAnUnknownHousehold() {
        assertThat(orion.source.collect(List.of(new HouseholdId("H9"))))
                .isEqualTo(new Answer.Incomplete(List.of("Orion has no active household H9")));
    }

    @Test
    void proposesTradesWithLotsLimitsAndReasons() {
        Book book = complete(List.of()).book();
        var answer = orion.proposals.propose(book.households().get(0), book);

        assertThat(answer).isInstanceOf(ProposalSource.Answer.Proposed.class);
        var proposed = (ProposalSource.Answer.Proposed) answer;
        Trade sale = proposed.trades().get(0);
        assertThat(sale.side()).isEqualTo(Side.SELL);
        assertThat(sale.account().value()).isEqualTo("10000002");
        assertThat(sale.limit()).isEqualTo(Price.of("294"));
        assertThat(sale.lots())
                .singleElement()
                .satisfies(lot -> assertThat(lot.quantity()).isEqualTo(sale.quantity()));
        assertThat(sale.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("OVERWEIGHT");
            assertThat(reason.sentence()).startsWith("US Equity is").contains("points above its target of 60.00 %");
        });
        assertThat(proposed.trades()).anySatisfy(buy -> {
            assertThat(buy.side()).isEqualTo(Side.BUY);
            assertThat(buy.symbol().value()).isEqualTo("BND");
            assertThat(buy.limit()).isEqualTo(Price.of("76.5"));
        });
        assertThat(proposed.hash()).hasSize(64);
    }

    @Test
    void agreesWithOrionsDriftUntilPricesMove() {
        Book book = complete(List.of()).book();
        assertThat(orion.crossCheck.compare(book)).isEmpty();

        simulators.movePrice("VTI", "450");
        assertThat(orion.crossCheck.compare(book))
                .anyMatch(sentence -> sentence.startsWith("household H1: Orion's largest class drift is "));
    }

    @Test
    void passesARefusalOnAsItIs() {
        Book book = complete(List.of()).book();
        var answer = orion.proposals.propose(book.households().get(1), book);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        ProposalSource.Answer.Refused.class,
                        refused -> assertThat(refused.reason()).startsWith("No trade of at least $250"));
    }

    @Test
    void logsInAgainWhenTheSessionHasExpired() {
        assertThat(complete(List.of()).book().households()).hasSize(2);
        clock.moveBy(Duration.ofHours(11));
        assertThat(complete(List.of()).book().households()).hasSize(2);
    }

    @Test
    void logsInAgainWhenATokenIsRefused() {
        simulators.fault("orion", "/Portfolio/Assets", "UNAUTHORIZED", "", 1);
        simulators.fault("orion", "/TaxLots", "UNAUTHORIZED", "", 1);
        assertThat(complete(List.of()).book().households()).hasSize(2);
    }

    @Test
    void saysThatCredentialsAreWrong() {
        var wrong = new OrionUnderTest(simulators.url(), clock, "guess", 100);
        assertThatThrownBy(wrong.source::checkConnection)
                .isInstanceOf(SystemFault.class)
                .hasMessageContaining("log-in")
                .hasMessageContaining("service credentials");
    }

    @Test
    void checksItsConnection() {
        orion.source.checkConnection();
        orion.proposals.checkConnection();
        simulators.close();
        assertThatThrownBy(orion.source::checkConnection).hasMessageContaining("gave no answer");
    }

    private Answer.Complete complete(List<HouseholdId> households) {
        Answer answer = orion.source.collect(households);
        assertThat(answer).isInstanceOf(Answer.Complete.class);
        return (Answer.Complete) answer;
    }
}
