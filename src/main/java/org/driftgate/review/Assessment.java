package org.driftgate.review;

import java.time.LocalDate;
import java.util.List;
import org.driftgate.drift.DriftReport;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.SetAsideAccounts.Division;
import org.driftgate.rebalancing.CashAfter;
import org.driftgate.rebalancing.LotGain;
import org.driftgate.rebalancing.PlannedTrade;
import org.driftgate.rebalancing.TaxEffect;
import org.driftgate.rebalancing.WashSale;
import org.driftgate.shared.Money;

/**
 * The consequences of trades of one day, recomputed from one snapshot: accounts that may trade, drift before and after,
 * gains, tax, cash. {@code proposedOn}: since that day some of them may be filled.
 */
record Assessment(
        Household household,
        Household traded,
        Division accounts,
        Book market,
        List<PlannedTrade> trades,
        LocalDate day,
        LocalDate proposedOn,
        DriftReport before,
        DriftReport after,
        List<LotGain> gains,
        List<TaxEffect> tax,
        List<WashSale> washSales,
        List<CashAfter> cash) {

    Money estimatedTax() {
        return TaxEffect.total(tax);
    }

    boolean isOverBudget() {
        return tax.stream().anyMatch(TaxEffect::isOverBudget);
    }

    /** Some taxable lot is sold at a gain before it is long-term. */
    boolean hasShortTermGain() {
        return gains.stream().anyMatch(Assessment::isTaxableShortTermGain);
    }

    static boolean isTaxableShortTermGain(LotGain gain) {
        return gain.isTaxable() && !gain.longTerm() && gain.gain().isPositive();
    }
}
