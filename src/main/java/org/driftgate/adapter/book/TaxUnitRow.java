package org.driftgate.adapter.book;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A line of {@code tax_units.csv}: rates are fractions, no budget means no limit, carry-forwards are losses and never positive. */
public record TaxUnitRow(
        String taxUnit,
        String household,
        String filingStatus,
        BigDecimal longTermRate,
        BigDecimal shortTermRate,
        @Nullable BigDecimal gainBudget,
        BigDecimal realizedShortYtd,
        BigDecimal realizedLongYtd,
        BigDecimal carryforwardShort,
        BigDecimal carryforwardLong) {}
