package org.driftgate.adapter.book;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A line of {@code transactions.csv}: a trade of the last sixty days; side is buy or sell. */
public record TransactionRow(
        String account, LocalDate date, String symbol, String side, BigDecimal quantity, BigDecimal price) {}
