package org.driftgate.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Trade;
import org.driftgate.review.TaxReviews.LotChoice;
import org.driftgate.review.TaxReviews.LotChoice.SaleChoice;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;

/** A tax reviewer's choice against the version it is about; sales that it does not name keep the lots in force. */
final class ChosenLots {

    private final ProposalVersion version;
    private final Map<Integer, List<LotSale>> inForce;
    private final LotChoice choice;

    ChosenLots(ProposalVersion version, Map<Integer, List<LotSale>> inForce, LotChoice choice) {
        this.version = version;
        this.inForce = inForce;
        this.choice = choice;
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        Set<Integer> named = new HashSet<>();
        for (SaleChoice sale : choice.sales()) {
            if (!named.add(sale.line())) problems.add("line %d is named twice".formatted(sale.line()));
            problem(sale).ifPresent(problems::add);
        }
        return problems;
    }

    boolean changesQuantities() {
        return !changedQuantities().isEmpty();
    }

    List<String> changedQuantities() {
        return version.trades().stream()
                .flatMap(trade -> chosen(trade)
                        .filter(sale -> !sale.quantity().equals(trade.quantity()))
                        .map(sale -> "line %d: %s instead of the approved %s"
                                .formatted(trade.line(), sale.quantity(), trade.quantity()))
                        .stream())
                .toList();
    }

    /** A sale chosen with no quantity is left out. */
    List<Trade> trades() {
        return version.trades().stream().flatMap(trade -> trade(trade).stream()).toList();
    }

    static Map<String, List<String>> text(Map<Integer, List<LotSale>> lots) {
        Map<String, List<String>> text = new TreeMap<>();
        lots.forEach((line, sales) -> text.put(
                "line " + line,
                sales.stream().map(lot -> lot.quantity() + " of " + lot.lot()).toList()));
        return text;
    }

    private Optional<String> problem(SaleChoice sale) {
        boolean isSale =
                version.trades().stream().anyMatch(trade -> trade.line() == sale.line() && trade.side() == Side.SELL);
        if (!isSale) return Optional.of("line %d is not a sale of version %d".formatted(sale.line(), version.number()));
        Quantity total = sale.lots().stream().map(LotSale::quantity).reduce(Quantity.ZERO, Quantity::plus);
        if (total.equals(sale.quantity())) return Optional.empty();
        return Optional.of("the lots of line %d add up to %s, not %s".formatted(sale.line(), total, sale.quantity()));
    }

    private Optional<Trade> trade(Trade trade) {
        if (trade.side() == Side.BUY) return Optional.of(trade);
        Quantity quantity = chosen(trade).map(SaleChoice::quantity).orElse(trade.quantity());
        if (quantity.isZero()) return Optional.empty();
        List<LotSale> lots = chosen(trade).map(SaleChoice::lots).orElseGet(() -> inForce(trade));
        return Optional.of(new Trade(
                trade.line(),
                trade.account(),
                trade.side(),
                trade.symbol(),
                quantity,
                trade.estimatedPrice(),
                trade.limit(),
                lots,
                trade.reasons()));
    }

    private List<LotSale> inForce(Trade trade) {
        return inForce.getOrDefault(trade.line(), trade.lots());
    }

    private Optional<SaleChoice> chosen(Trade trade) {
        return choice.sales().stream()
                .filter(sale -> sale.line() == trade.line())
                .findFirst();
    }
}
