package org.driftgate.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.driftgate.drift.DriftReport;
import org.driftgate.drift.DriftReport.ClassDrift;
import org.driftgate.rebalancing.LotSale;
import org.driftgate.rebalancing.ProposedTrade;
import org.driftgate.rebalancing.Rebalancing;
import org.driftgate.rebalancing.household.ProposedHousehold;
import org.driftgate.rebalancing.household.ProposedHousehold.Status;
import org.driftgate.shared.Weight;
import org.jspecify.annotations.Nullable;

/** The lines of one household in each of the four files. Weights are fractions, money dollars, dates and times none. */
record ProposalRows(
        ProposedHousehold proposed,
        List<List<String>> drift,
        List<List<String>> trades,
        List<List<String>> lotSales,
        List<String> household) {

    static final List<String> DRIFT = List.of("household", "class", "target", "actual", "drift", "band", "breached");
    static final List<String> TRADES = List.of(
            "household",
            "account",
            "symbol",
            "side",
            "quantity",
            "price",
            "amount",
            "short_term_gain",
            "long_term_gain",
            "estimated_tax",
            "reason_codes",
            "reason");
    static final List<String> LOT_SALES =
            List.of("account", "lot", "symbol", "quantity", "proceeds", "cost", "gain", "term", "wash_sale_disallowed");
    static final List<String> HOUSEHOLDS = List.of(
            "household",
            "drift_before",
            "drift_after",
            "tax",
            "cost",
            "objective",
            "bound",
            "gap",
            "greedy_objective",
            "millis",
            "status",
            "reason");

    private static final int DECIMALS = 6;

    static ProposalRows of(ProposedHousehold proposed, long millis) {
        String id = proposed.household().value();
        Rebalancing traded = traded(proposed);
        return new ProposalRows(
                proposed,
                drift(id, proposed.drift()),
                traded == null
                        ? List.of()
                        : traded.trades().stream()
                                .map(trade -> trade(id, trade))
                                .toList(),
                traded == null
                        ? List.of()
                        : traded.lotSales().stream().map(ProposalRows::lotSale).toList(),
                household(id, proposed, millis));
    }

    /** The plan, if it is to be traded. */
    private static @Nullable Rebalancing traded(ProposedHousehold proposed) {
        return proposed.status() == Status.OK ? proposed.rebalancing() : null;
    }

    private static List<List<String>> drift(String household, @Nullable DriftReport report) {
        List<List<String>> lines = new ArrayList<>();
        if (report == null) return lines;
        for (ClassDrift one : report.classes())
            lines.add(List.of(
                    household,
                    one.assetClass().value(),
                    text(one.target()),
                    text(one.actual()),
                    text(one.drift()),
                    text(one.band()),
                    String.valueOf(one.outside())));
        return lines;
    }

    private static List<String> trade(String household, ProposedTrade trade) {
        return List.of(
                household,
                trade.account(),
                trade.symbol(),
                trade.side().name(),
                text(trade.quantity()),
                text(trade.price()),
                trade.amount().toPlainString(),
                trade.shortGain().toPlainString(),
                trade.longGain().toPlainString(),
                trade.reason().tax().toPlainString(),
                trade.reason().codes().stream().map(Enum::name).collect(Collectors.joining(";")),
                trade.reason().inFull());
    }

    private static List<String> lotSale(LotSale sale) {
        return List.of(
                sale.account(),
                sale.lot(),
                sale.symbol(),
                text(sale.quantity()),
                sale.proceeds().toPlainString(),
                sale.cost() == null ? "" : sale.cost().toPlainString(),
                sale.gain() == null ? "" : sale.gain().toPlainString(),
                sale.longTerm() ? "LONG" : "SHORT",
                sale.disallowed().setScale(2, RoundingMode.HALF_UP).toPlainString());
    }

    private static List<String> household(String id, ProposedHousehold proposed, long millis) {
        Rebalancing traded = traded(proposed);
        Rebalancing solved = proposed.rebalancing();
        DriftReport drift = proposed.drift();
        return List.of(
                id,
                drift == null ? "" : text(drift.totalDrift()),
                drift == null ? "" : text(proposed.driftAfter()),
                traded == null ? "0.00" : traded.nettedTax().toPlainString(),
                traded == null ? "0.00" : traded.cost().toPlainString(),
                solved == null ? "" : text(solved.objective()),
                solved == null ? "" : text(solved.bound()),
                solved == null ? "" : text(solved.gap()),
                solved == null ? "" : text(solved.greedyObjective()),
                String.valueOf(millis),
                proposed.status().name(),
                proposed.reason());
    }

    private static String text(Weight weight) {
        return weight.value().toPlainString();
    }

    private static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Empty for a bound that could not be found. */
    private static String text(double number) {
        if (!Double.isFinite(number)) return "";
        return BigDecimal.valueOf(number)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
