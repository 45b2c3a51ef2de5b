package org.driftgate.proposal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.driftgate.rebalancing.ProposedTrade;
import org.driftgate.rebalancing.ReasonCode;
import org.driftgate.rebalancing.TradeReason;
import org.driftgate.shared.Quantity;

/** A trade's reasons for people: why, what it does, the lot not chosen, what would turn it around. */
final class OwnReasons {

    static final String SHRUNK = "CASH_AT_LIMIT";

    private OwnReasons() {}

    /** Cash that is kept back for limits alone is no need. */
    static List<Reason> of(ProposedTrade trade, boolean needsCash) {
        TradeReason why = trade.reason();
        List<ReasonCode> codes = why.codes().stream()
                .map(code -> code == ReasonCode.RAISES_CASH && !needsCash ? ReasonCode.FUNDS_BUY : code)
                .distinct()
                .toList();
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(
                codes.stream().map(Enum::name).collect(Collectors.joining(";")),
                "%s. %s".formatted(because(codes), why.sentence())));
        if (!why.alternative().isEmpty()) reasons.add(new Reason("ALTERNATIVE", sentence(why.alternative())));
        BigDecimal difference = why.defaultTaxDifference();
        if (difference.abs().compareTo(BigDecimal.ONE) >= 0) reasons.add(firstInFirstOut(difference));
        if (!why.flip().isEmpty()) reasons.add(new Reason("FLIP", why.turning()));
        reasons.add(new Reason("SHADOW_PRICE", why.worth()));
        return reasons;
    }

    /** The same order for fewer shares, saying so. */
    static Trade shrunk(Trade buy, Quantity left) {
        List<Reason> reasons = new ArrayList<>(buy.reasons());
        reasons.removeIf(reason -> reason.code().equals(SHRUNK));
        reasons.add(
                1,
                new Reason(
                        SHRUNK,
                        "Only %s are ordered, so that the account's cash covers its buys even at their limits."
                                .formatted(left)));
        return new Trade(
                buy.line(),
                buy.account(),
                buy.side(),
                buy.symbol(),
                left,
                buy.estimatedPrice(),
                buy.limit(),
                buy.lots(),
                reasons);
    }

    private static Reason firstInFirstOut(BigDecimal difference) {
        return new Reason(
                "FIRST_IN_FIRST_OUT",
                String.format(
                        Locale.US,
                        "Sold first in, first out, the netted tax would be $%,.2f %s.",
                        difference.abs(),
                        difference.signum() > 0 ? "higher" : "lower"));
    }

    private static String because(List<ReasonCode> codes) {
        return sentenceStart(codes.stream().map(OwnReasons::words).collect(Collectors.joining(", ")));
    }

    private static String words(ReasonCode code) {
        return switch (code) {
            case OVERWEIGHT -> "too much is held";
            case UNDERWEIGHT -> "too little is held";
            case FUNDS_BUY -> "pays for a buy in this account";
            case RAISES_CASH -> "raises cash that is needed";
            case INVESTS_CASH -> "invests idle cash";
            case HARVEST -> "realises a loss";
            case REPLACES_HARVEST -> "replaces what is sold at a loss";
            case RELOCATES -> "moves to an account where it is taxed less";
            case SWEEP -> "sells a remainder";
            case FORCED_WASH -> "cash forces a wash sale";
            case BUDGET_BOUND -> "the gains budget limits it";
            case ROUNDING -> "rounds to whole shares";
        };
    }

    private static String sentence(String text) {
        return sentenceStart(text) + ".";
    }

    private static String sentenceStart(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
