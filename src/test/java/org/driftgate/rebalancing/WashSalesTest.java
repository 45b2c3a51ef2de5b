package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.ReviewFixtures.A1;
import static org.driftgate.testing.ReviewFixtures.A2;
import static org.driftgate.testing.ReviewFixtures.lot;
import static org.driftgate.testing.ReviewFixtures.position;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.driftgate.household.Account;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.OpenOrder;
import org.driftgate.household.RecentTrade;
import org.driftgate.household.Registration;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.testing.PortfolioFixtures;
import org.driftgate.testing.ReviewFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IRC §1091 with the window of Rev. Rul. 2008-5: thirty days before the sale, in any account of the household. */
class WashSalesTest {

    private static final LocalDate SOLD = LocalDate.parse("2026-03-31");
    private static final Book BOOK = new Book(
            Map.of(),
            Map.of(),
            List.of(
                    new Book.Substitute(new Symbol("AGG"), new Symbol("BND"), true),
                    new Book.Substitute(new Symbol("SPY"), new Symbol("VTI"), false)),
            List.of());

    @ParameterizedTest
    @CsvSource({"2026-02-28, false", "2026-03-01, true", "2026-03-31, true"})
    void looksThirtyDaysBack(LocalDate bought, boolean washSale) {
        assertThat(hints(recent(A1, "SPY", bought)).isEmpty()).isEqualTo(!washSale);
    }

    @Test
    void countsPurchasesInRetirementAccounts() {
        assertThat(hints(recent(A2, "SPY", SOLD.minusDays(5)))).singleElement().satisfies(wash -> {
            assertThat(wash.boughtIn()).isEqualTo(A2);
            assertThat(wash.boughtOn()).isEqualTo("2026-03-26");
            assertThat(wash.soldOn()).isEqualTo("2026-03-31");
        });
    }

    @Test
    void countsDeclaredIdenticalSecuritiesOnly() {
        assertThat(hints(recent(A2, "VTI", SOLD.minusDays(5)))).isEmpty();
        assertThat(WashSales.sameSecurity(BOOK, new Symbol("BND"), new Symbol("AGG")))
                .isTrue();
    }

    @Test
    void countsABuyOfTheSameProposal() {
        var buy = new PlannedTrade(
                2, A2, Side.BUY, new Symbol("SPY"), Quantity.shares(1), Price.of("100"), Price.of("101"), List.of());

        assertThat(hints(household(), List.of(sale("L3", "100"), buy)))
                .singleElement()
                .matches(WashSale::boughtByProposal);
    }

    @ParameterizedTest(name = "{0} {1} in {2}")
    @CsvSource({"BUY, SPY, H1-A2, true", "BUY, VTI, H1-A2, false", "SELL, SPY, H1-A2, false", "BUY, SPY, H1-A1, true"})
    void countsAnOrderThatIsStillWorking(Side side, String symbol, String account, boolean washSale) {
        var order =
                new OpenOrder(new AccountId(account), new Symbol(symbol), side, Quantity.shares(5), SOLD.minusDays(45));

        List<WashSale> hints = hints(PortfolioFixtures.with(household(), order), List.of(sale("L3", "100")));

        assertThat(hints).hasSize(washSale ? 1 : 0).allSatisfy(wash -> {
            assertThat(wash.purchase()).isEqualTo(WashSale.Purchase.WORKING);
            assertThat(wash.boughtIn()).isEqualTo(order.account());
            assertThat(wash.boughtOn()).isEqualTo("2026-02-14");
        });
    }

    @Test
    void ignoresGainsAndLossesInsideRetirementAccounts() {
        Household household = household(recent(A1, "SPY", SOLD.minusDays(5)));

        assertThat(hints(household, List.of(sale("L1", "10")))).isEmpty();
        assertThat(hints(household, List.of(saleIn(A2, "L4", "10")))).isEmpty();
    }

    @Test
    void doesNotCountThePurchaseThatIsItselfSoldWhole() {
        Account account = ReviewFixtures.account(
                A1,
                Registration.TAXABLE,
                AccountStatus.ACTIVE,
                true,
                "0",
                position("SPY", lot("L8", "SPY", "10", "120", "2026-03-20")));
        Household household = ReviewFixtures.withAccounts(account);

        assertThat(hints(household, List.of(sale("L8", "10")))).isEmpty();
        assertThat(hints(household, List.of(sale("L8", "9")))).hasSize(1);
    }

    private static List<WashSale> hints(RecentTrade recent) {
        return hints(household(recent), List.of(sale("L3", "100")));
    }

    private static List<WashSale> hints(Household household, List<PlannedTrade> trades) {
        return WashSales.of(household, BOOK, trades, RealizedGains.of(household, trades, SOLD), SOLD);
    }

    private static Household household(RecentTrade recent) {
        Household plain = household();
        return new Household(
                plain.id(),
                plain.name(),
                plain.adviser(),
                plain.adviserEmail(),
                plain.recipients(),
                plain.model(),
                plain.approvalMode(),
                null,
                null,
                plain.accounts(),
                plain.taxUnits(),
                List.of(),
                List.of(),
                List.of(recent),
                List.of());
    }

    private static Household household() {
        return ReviewFixtures.withAccounts(
                ReviewFixtures.account(
                        A1,
                        Registration.TAXABLE,
                        AccountStatus.ACTIVE,
                        true,
                        "0",
                        position(
                                "SPY",
                                lot("L1", "SPY", "400", "40", "2020-03-02"),
                                lot("L3", "SPY", "100", "120", "2025-01-15"))),
                ReviewFixtures.account(
                        A2,
                        Registration.IRA,
                        AccountStatus.ACTIVE,
                        true,
                        "0",
                        position("SPY", lot("L4", "SPY", "100", "150", "2021-05-03"))));
    }

    private static RecentTrade recent(AccountId account, String symbol, LocalDate date) {
        return new RecentTrade(account, date, new Symbol(symbol), Side.BUY, Quantity.shares(10), Price.of("90"));
    }

    private static PlannedTrade sale(String lot, String quantity) {
        return saleIn(A1, lot, quantity);
    }

    private static PlannedTrade saleIn(AccountId account, String lot, String quantity) {
        return new PlannedTrade(
                1,
                account,
                Side.SELL,
                new Symbol("SPY"),
                Quantity.shares(quantity),
                Price.of("100"),
                Price.of("99"),
                List.of(new LotPart(new LotId(lot), Quantity.shares(quantity))));
    }
}
