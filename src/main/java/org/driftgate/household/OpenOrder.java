package org.driftgate.household;

import java.time.LocalDate;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;

/** An order of somebody else that is still working; its account is set aside. */
public record OpenOrder(AccountId account, Symbol symbol, Side side, Quantity quantity, LocalDate entered) {}
