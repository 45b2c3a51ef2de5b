package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.List;

/** Which loss lots are worth harvesting at all: per cent and dollars together, the position or its loss lots. */
public final class HarvestCandidates {

    private HarvestCandidates() {}

    /** Both thresholds must be met; {@code percent} is a share of the basis. */
    public static boolean isWorthIt(BigDecimal value, BigDecimal basis, BigDecimal percent, BigDecimal dollars) {
        BigDecimal loss = basis.subtract(value);
        return loss.signum() > 0 && loss.compareTo(dollars) >= 0 && loss.compareTo(percent.multiply(basis)) >= 0;
    }

    /** The taxable lots below their basis at a price, thresholds met. */
    public static List<TaxLot> lossLots(
            TradedAccount account, String symbol, BigDecimal price, BigDecimal percent, BigDecimal dollars) {
        if (!account.taxable()) return List.of();
        return account.lots().stream()
                .filter(lot -> lot.symbol().equals(symbol))
                .filter(lot -> {
                    BigDecimal basis = lot.basis();
                    return basis != null && isWorthIt(lot.quantity().multiply(price), basis, percent, dollars);
                })
                .toList();
    }
}
