package org.driftgate.rebalancing;

import java.time.LocalDate;
import java.util.List;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.TaxUnit;
import org.driftgate.shared.Money;

/**
 * What trades add to the tax of one unit. {@code tax} is the difference that the trades make: the netted tax of the year
 * with them minus that without them, both with the year's results and carry-forwards; negative when a loss meets gains
 * already realised. {@code added} is what counts: without the part of a loss that a wash sale takes ({@link WashedGains}).
 */
public record TaxEffect(TaxUnit unit, CapitalGains added, Money tax) {

    public static List<TaxEffect> of(
            Household household, Book market, List<PlannedTrade> trades, List<LotGain> gains, LocalDate day) {
        List<LotGain> counted = WashedGains.of(household, market, trades, gains, day);
        return household.taxUnits().stream().map(unit -> ofUnit(unit, counted)).toList();
    }

    public static Money total(List<TaxEffect> effects) {
        return effects.stream().map(TaxEffect::tax).reduce(Money.ZERO, Money::plus);
    }

    public Money realizedBefore() {
        return unit.realizedShortYtd().plus(unit.realizedLongYtd());
    }

    public Money realizedAfter() {
        return realizedBefore().plus(added.total());
    }

    /** The year's budget is overrun and these trades add to it. */
    public boolean isOverBudget() {
        Money budget = unit.gainBudget();
        return budget != null && added.total().isPositive() && realizedAfter().compareTo(budget) > 0;
    }

    private static TaxEffect ofUnit(TaxUnit unit, List<LotGain> gains) {
        CapitalGains added = RealizedGains.sum(gains.stream()
                .filter(LotGain::isTaxable)
                .filter(gain -> gain.account().taxUnit().equals(unit.id()))
                .toList());
        var year = new CapitalGains(
                unit.realizedShortYtd().plus(unit.carryforwardShort()),
                unit.realizedLongYtd().plus(unit.carryforwardLong()));
        return new TaxEffect(unit, added, taxOf(unit, year.plus(added)).minus(taxOf(unit, year)));
    }

    private static Money taxOf(TaxUnit unit, CapitalGains year) {
        return year.tax(unit.shortTermRate(), unit.longTermRate());
    }
}
