package org.driftgate.adapter.book;

import java.math.BigDecimal;

/** A line of {@code models.csv}: the weight of one security in a model, as a fraction. */
public record ModelRow(String model, String symbol, BigDecimal weight) {}
