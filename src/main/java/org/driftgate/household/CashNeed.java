package org.driftgate.household;

import java.time.LocalDate;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Money;

/** Money that must leave an account by a day, or that arrived on it. A contribution counts once it is posted in cash. */
public record CashNeed(AccountId account, Kind kind, Money amount, LocalDate due) {

    public enum Kind {
        WITHDRAWAL,
        RMD,
        CONTRIBUTION
    }
}
