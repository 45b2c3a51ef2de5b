package org.driftgate.adapter.book;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A line of {@code open_orders.csv}: an order of somebody else that is already working; side is buy or sell. */
public record OpenOrderRow(String account, String symbol, String side, BigDecimal quantity, LocalDate entered) {}
