package org.driftgate.household;

import java.time.LocalDate;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.jspecify.annotations.Nullable;

/** A trade of the last sixty days, for the wash-sale window; a gain is the reported result of a sale. */
public record RecentTrade(
        AccountId account,
        LocalDate date,
        Symbol symbol,
        Side side,
        Quantity quantity,
        Price price,
        @Nullable Money gain) {

    /** Without a result: a purchase, or a sale of which nobody reports one. */
    public RecentTrade(AccountId account, LocalDate date, Symbol symbol, Side side, Quantity quantity, Price price) {
        this(account, date, symbol, side, quantity, price, null);
    }
}
