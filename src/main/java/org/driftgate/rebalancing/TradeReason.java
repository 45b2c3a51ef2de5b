package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.List;

/**
 * Why a trade is proposed. {@code cashPrice} is what a dollar more of cash in the account is worth, {@code holdingPrice}
 * a dollar more of the security, {@code saving} what a dollar of the trade saves; money in dollars.
 *
 * @param alternative the lot not chosen and what it would have cost more, empty for purchases and sales of everything
 * @param flip what would change the answer
 * @param defaultTaxDifference what the custodian's first-in-first-out would add to the marginal tax
 */
public record TradeReason(
        List<ReasonCode> codes,
        String sentence,
        BigDecimal tax,
        BigDecimal cost,
        BigDecimal driftRemoved,
        double cashPrice,
        double holdingPrice,
        double saving,
        String alternative,
        String flip,
        BigDecimal defaultTaxDifference) {

    public TradeReason {
        codes = List.copyOf(codes);
    }
}
