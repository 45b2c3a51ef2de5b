package org.driftgate.adapter.book;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A line of {@code securities.csv}: kind is stock, etf or mutual_fund; the price is the close of that day in US dollars. */
public record SecurityRow(
        String symbol, String name, String assetClass, String kind, BigDecimal price, LocalDate asOf) {}
