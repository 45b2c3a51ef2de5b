package org.driftgate.adapter.book;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A line of {@code cash_needs.csv}: kind is withdrawal, rmd or contribution; the amount is named or computed. */
public record CashNeedRow(String household, String account, String kind, BigDecimal amount, LocalDate due) {}
