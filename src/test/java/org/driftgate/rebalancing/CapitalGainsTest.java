package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.driftgate.household.TaxUnit;
import org.driftgate.shared.Money;
import org.driftgate.shared.TaxUnitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of IRC §1222 and §1212 examples: year to date, carry-forward and this proposal in one tax unit. */
class CapitalGainsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // id, short, long, short rate, long rate, tax
        "NET-1, 6000, -7000, 0.37, 0.20, 0.00",
        "NET-2, -20000, 5000, 0.37, 0.20, 0.00",
        "NET-4, -5000, -4000, 0.37, 0.20, 0.00",
        "NET-5, 1000, -9000, 0.37, 0.20, 0.00",
        "NET-ST-LOSS-LT-GAIN, -10000, 10000, 0.408, 0.238, 0.00",
        "long gain beyond a short loss, -4000, 10000, 0.37, 0.20, 1200.00",
        "short gain beyond a long loss, 10000, -4000, 0.37, 0.20, 2220.00",
        "both gains, 1000, 2000, 0.37, 0.20, 770.00"
    })
    void netsShortWithLongBeforeAnyTax(
            String id, String shortTerm, String longTerm, BigDecimal shortRate, BigDecimal longRate, String tax) {
        var gains = new CapitalGains(Money.usd(shortTerm), Money.usd(longTerm));

        assertThat(gains.tax(shortRate, longRate)).as(id).isEqualTo(Money.usd(tax));
    }

    @Test
    void meetsACarriedForwardLossFirst() {
        assertThat(taxOf("0", "20000", unit("0", "0", "0", "-15000"))).isEqualTo(Money.usd("1000"));
    }

    @Test
    void showsOnlyWhatTheProposalAdds() {
        assertThat(taxOf("0", "1000", unit("5000", "7000", "0", "0"))).isEqualTo(Money.usd("200"));
    }

    @Test
    void savesTaxWhenALossMeetsGainsOfTheYear() {
        assertThat(taxOf("-3000", "0", unit("5000", "0", "0", "0"))).isEqualTo(Money.usd("-1110"));
        assertThat(taxOf("-9000", "0", unit("5000", "0", "0", "0"))).isEqualTo(Money.usd("-1850"));
    }

    @Test
    void flagsAnOverrunBudgetOnlyForTradesThatAddToIt() {
        TaxUnit unit = withBudget(unit("0", "32000", "0", "0"), "100000");
        var over = new TaxEffect(unit, gains("0", "89000"), Money.ZERO);
        var inside = new TaxEffect(unit, gains("0", "68000"), Money.ZERO);
        var loss = new TaxEffect(withBudget(unit, "1000"), gains("0", "-5"), Money.ZERO);

        assertThat(over.realizedAfter()).isEqualTo(Money.usd("121000"));
        assertThat(List.of(over.isOverBudget(), inside.isOverBudget(), loss.isOverBudget()))
                .containsExactly(true, false, false);
    }

    private static Money taxOf(String shortTerm, String longTerm, TaxUnit unit) {
        CapitalGains year = new CapitalGains(
                unit.realizedShortYtd().plus(unit.carryforwardShort()),
                unit.realizedLongYtd().plus(unit.carryforwardLong()));
        return year.plus(gains(shortTerm, longTerm))
                .tax(unit.shortTermRate(), unit.longTermRate())
                .minus(year.tax(unit.shortTermRate(), unit.longTermRate()));
    }

    private static CapitalGains gains(String shortTerm, String longTerm) {
        return new CapitalGains(Money.usd(shortTerm), Money.usd(longTerm));
    }

    private static TaxUnit unit(String shortYtd, String longYtd, String carryShort, String carryLong) {
        return new TaxUnit(
                new TaxUnitId("T1"),
                "married_joint",
                new BigDecimal("0.20"),
                new BigDecimal("0.37"),
                null,
                Money.usd(shortYtd),
                Money.usd(longYtd),
                Money.usd(carryShort),
                Money.usd(carryLong));
    }

    private static TaxUnit withBudget(TaxUnit unit, String budget) {
        return new TaxUnit(
                unit.id(),
                unit.filingStatus(),
                unit.longTermRate(),
                unit.shortTermRate(),
                Money.usd(budget),
                unit.realizedShortYtd(),
                unit.realizedLongYtd(),
                unit.carryforwardShort(),
                unit.carryforwardLong());
    }
}
