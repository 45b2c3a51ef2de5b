package org.driftgate.rebalancing;

import org.driftgate.household.Account;
import org.driftgate.household.Lot;
import org.driftgate.shared.Money;
import org.driftgate.shared.Quantity;

/** What a sale realises in one lot: an economic fact in every account, taxable in taxable and trust accounts only. */
public record LotGain(int line, Account account, Lot lot, Quantity quantity, boolean longTerm, Money gain) {

    public boolean isTaxable() {
        return account.registration().gainsAreTaxable();
    }

    LotGain with(Money counted) {
        return new LotGain(line, account, lot, quantity, longTerm, counted);
    }

    public CapitalGains gains() {
        return longTerm ? new CapitalGains(Money.ZERO, gain) : new CapitalGains(gain, Money.ZERO);
    }
}
