package org.driftgate.household;

import java.math.BigDecimal;
import org.driftgate.shared.Money;
import org.driftgate.shared.TaxUnitId;
import org.jspecify.annotations.Nullable;

/**
 * Those who file one return: gains net inside a tax unit, never across. Rates are fractions; realised gains are signed,
 * carry-forwards are losses and never positive; a missing budget means no limit.
 */
public record TaxUnit(
        TaxUnitId id,
        String filingStatus,
        BigDecimal longTermRate,
        BigDecimal shortTermRate,
        @Nullable Money gainBudget,
        Money realizedShortYtd,
        Money realizedLongYtd,
        Money carryforwardShort,
        Money carryforwardLong) {}
