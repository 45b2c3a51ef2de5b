package org.driftgate.household;

import java.time.LocalDate;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;

/** A trade of the last sixty days, for the wash-sale window. */
public record RecentTrade(
        AccountId account, LocalDate date, Symbol symbol, Side side, Quantity quantity, Price price) {}
