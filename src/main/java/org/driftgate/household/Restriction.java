package org.driftgate.household;

import org.driftgate.shared.AccountId;
import org.driftgate.shared.Symbol;
import org.jspecify.annotations.Nullable;

/** An instruction not to trade. No account means every account of the household, no symbol means every security. */
public record Restriction(
        @Nullable AccountId account, @Nullable Symbol symbol, Kind kind, String reason) {

    public enum Kind {
        NO_SELL,
        NO_BUY,
        LOCKED
    }

    public boolean covers(AccountId other, Symbol security) {
        return (account == null || account.equals(other)) && (symbol == null || symbol.equals(security));
    }
}
