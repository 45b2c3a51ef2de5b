package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * Why a trade is proposed. {@code cashPrice} is what a dollar more of cash in the account is worth, {@code holdingPrice}
 * a dollar more of the security, {@code saving} what a dollar of the trade saves; money in dollars.
 *
 * @param alternative the lot not chosen and what it would have cost more, empty for purchases and sales of everything
 * @param flip what would change the answer
 * @param shortTax what of {@code tax} falls on short-term results, {@code longTax} on long-term ones
 * @param defaultTaxDifference what the custodian's first-in-first-out would add to the netted tax; zero where a wash sale
 *     takes of the losses
 */
public record TradeReason(
        List<ReasonCode> codes,
        String sentence,
        BigDecimal tax,
        BigDecimal shortTax,
        BigDecimal longTax,
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

    /** The shadow prices in words. */
    public String worth() {
        double spare = 100 * saving;
        String last = spare < -0.005
                ? String.format(Locale.US, "its last dollar gives up %.2f cents to whole shares or minimums", -spare)
                : String.format(Locale.US, "its last dollar saves %.2f cents", Math.max(0, spare));
        return String.format(
                Locale.US,
                "By the firm's objective another dollar of cash in this account is worth %s cents and another dollar of"
                        + " the security %s cents; beside the trade's own price %s.",
                cents(cashPrice),
                cents(holdingPrice),
                last);
    }

    /** The sentence with what was not chosen and what would turn the trade around. */
    public String inFull() {
        StringBuilder all = new StringBuilder(sentence);
        if (!alternative.isEmpty()) all.append(" Instead, ").append(alternative).append('.');
        if (!flip.isEmpty()) all.append(' ').append(turning());
        return all.toString();
    }

    /** What would turn the trade around, as a sentence. */
    public String turning() {
        return flip.substring(0, 1).toUpperCase(Locale.ROOT) + flip.substring(1) + ".";
    }

    /** Never "-0.00". */
    private static String cents(double dollars) {
        double cents = Math.abs(dollars) < 0.00005 ? 0 : 100 * dollars;
        return String.format(Locale.US, "%.2f", cents);
    }
}
