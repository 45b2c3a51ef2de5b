package org.driftgate.adapter.book;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A line of {@code lots.csv}: one purchase still held. */
public record LotRow(
        String lot, String account, String symbol, BigDecimal quantity, BigDecimal unitCost, LocalDate acquired) {}
