package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.ReviewFixtures.A1;
import static org.driftgate.testing.ReviewFixtures.A2;
import static org.driftgate.testing.ReviewFixtures.lot;
import static org.driftgate.testing.ReviewFixtures.position;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.driftgate.household.Account;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.OpenOrder;
import org.driftgate.household.RecentTrade;
import org.driftgate.household.Registration;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.testing.PortfolioFixtures;
import org.driftgate.testing.ReviewFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 100 SPY are sold at a loss of 20 a share, 2,000 in all; prices are 100. */
class WashedGainsTest {

    private static final LocalDate SOLD = LocalDate.parse("2026-03-31");
    private static final Book BOOK = new Book(
            Map.of(),
            Map.of(),
            List.of(
                    new Book.Substitute(new Symbol("SPY"), new Symbol("IVV"), true),
                    new Book.Substitute(new Symbol("VOO"), new Symbol("IVV"), true),
                    new Book.Substitute(new Symbol("SPY"), new Symbol("VTI"), false)),
            List.of());

    @Test
    void countsALossThatNothingReplaces() {
        assertThat(counted(household(), sale("old", "100"))).containsExactly("-2000.00");
    }

    @ParameterizedTest(name = "{1} {0} bought by the proposal")
    @CsvSource({
        "SPY, 30, -1400.00",
        "SPY, 100, 0.00",
        "SPY, 500, 0.00",
        "IVV, 30, -1400.00",
        "VOO, 30, -1400.00",
        "VTI, 30, -2000.00"
    })
    void leavesOutAsManySharesAsAreBought(String symbol, int shares, String counts) {
        assertThat(counted(household(), sale("old", "100"), buy(A2, symbol, shares)))
                .containsExactly(counts);
    }

    @ParameterizedTest(name = "25 bought on {0}")
    @CsvSource({"2026-02-28, -2000.00", "2026-03-01, -1500.00", "2026-03-31, -1500.00"})
    void leavesOutWhatWasBoughtInThirtyDaysAndStays(LocalDate bought, String counts) {
        Household household = household(lot("new", "SPY", "25", "100", bought.toString()));
        assertThat(counted(household, sale("old", "100"))).containsExactly(counts);
        assertThat(counted(household, sale("old", "100"), saleIn(A2, "new", "25")))
                .as("what is sold again replaces nothing")
                .containsExactly("-2000.00", "0.00");
    }

    @Test
    void usesAReplacementOnceForTheLotThatWasBoughtFirst() {
        assertThat(counted(household(), sale("younger", "50"), sale("old", "50"), buy(A2, "SPY", 60)))
                .as("50 of the old lot, then 10 of the younger at a loss of 10")
                .containsExactly("-400.00", "0.00");
    }

    @Test
    void leavesOutEverythingWhereNobodyKnowsHowMuchIsBought() {
        var order = new OpenOrder(A2, new Symbol("IVV"), Side.BUY, Quantity.shares(1), SOLD.minusDays(50));
        assertThat(counted(PortfolioFixtures.with(household(), order), sale("old", "100")))
                .containsExactly("0.00");
        var bought = new RecentTrade(
                A1, SOLD.minusDays(30), new Symbol("SPY"), Side.BUY, Quantity.shares(1), Price.of("99"));
        assertThat(counted(traded(bought), sale("old", "100"))).containsExactly("0.00");
    }

    @Test
    void keepsGainsAndWhatIsNotTaxed() {
        Household household = household(lot("new", "SPY", "25", "100", "2026-03-20"));
        assertThat(counted(household, sale("gain", "10"), saleIn(A2, "ira", "10")))
                .containsExactly("500.00", "-300.00");
    }

    @Test
    void taxesWhatCounts() {
        List<PlannedTrade> trades = List.of(sale("gain", "100"), sale("old", "100"), buy(A2, "SPY", 50));
        List<LotGain> gains = RealizedGains.of(household(), trades, SOLD);
        TaxEffect effect = TaxEffect.of(household(), BOOK, trades, gains, SOLD).get(0);
        assertThat(effect.added().total()).isEqualTo(Money.usd("4000"));
        assertThat(effect.tax()).as("a fifth of 5,000 less 1,000").isEqualTo(Money.usd("800"));
    }

    private static List<String> counted(Household household, PlannedTrade... trades) {
        List<PlannedTrade> all = List.of(trades);
        return WashedGains.of(household, BOOK, all, RealizedGains.of(household, all, SOLD), SOLD).stream()
                .map(gain -> gain.gain().amount().setScale(2).toPlainString())
                .toList();
    }

    private static Household traded(RecentTrade bought) {
        return ReviewFixtures.with(bought, household().accounts().toArray(Account[]::new));
    }

    /** With lots in the retirement account beside its own loss. */
    private static Household household(Lot... retired) {
        Lot[] ira = Stream.concat(Stream.of(lot("ira", "SPY", "10", "130", "2020-03-02")), Stream.of(retired))
                .toArray(Lot[]::new);
        return ReviewFixtures.withAccounts(
                ReviewFixtures.account(
                        A1,
                        Registration.TAXABLE,
                        AccountStatus.ACTIVE,
                        true,
                        "0",
                        position(
                                "SPY",
                                lot("gain", "SPY", "100", "50", "2019-03-02"),
                                lot("old", "SPY", "100", "120", "2020-03-02"),
                                lot("younger", "SPY", "50", "110", "2021-03-02"))),
                ReviewFixtures.account(A2, Registration.IRA, AccountStatus.ACTIVE, true, "0", position("SPY", ira)));
    }

    private static PlannedTrade sale(String lot, String quantity) {
        return saleIn(A1, lot, quantity);
    }

    private static PlannedTrade saleIn(AccountId account, String lot, String quantity) {
        Quantity shares = Quantity.shares(quantity);
        return new PlannedTrade(
                1,
                account,
                Side.SELL,
                new Symbol("SPY"),
                shares,
                Price.of("100"),
                Price.of("99"),
                List.of(new LotPart(new LotId(lot), shares)));
    }

    private static PlannedTrade buy(AccountId account, String symbol, int shares) {
        return new PlannedTrade(
                2,
                account,
                Side.BUY,
                new Symbol(symbol),
                Quantity.shares(shares),
                Price.of("100"),
                Price.of("101"),
                List.of());
    }
}
