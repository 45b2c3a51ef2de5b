package org.driftgate.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.Reason;
import org.driftgate.proposal.Trade;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;

/**
 * Another quantity for a trade. A smaller sale keeps the order of its lots and gives back from the end; a larger one
 * first takes more of its own lots, then the others of the position, highest cost first.
 */
final class TradeResize {

    private TradeResize() {}

    static Trade to(Trade trade, Quantity quantity, Household household, Reason reason) {
        List<LotSale> lots = trade.side() == Side.BUY
                ? List.of()
                : quantity.compareTo(trade.quantity()) <= 0
                        ? first(trade.lots(), quantity)
                        : extended(trade, quantity, household);
        return new Trade(
                trade.line(),
                trade.account(),
                trade.side(),
                trade.symbol(),
                quantity,
                trade.estimatedPrice(),
                trade.limit(),
                lots,
                Stream.concat(trade.reasons().stream(), Stream.of(reason)).toList());
    }

    static List<LotSale> first(List<LotSale> lots, Quantity quantity) {
        List<LotSale> kept = new ArrayList<>();
        Quantity left = quantity;
        for (LotSale lot : lots) {
            Quantity part = lot.quantity().min(left);
            if (!part.isZero()) kept.add(new LotSale(lot.lot(), part));
            left = left.minus(part);
        }
        return kept;
    }

    /** May fall short of the quantity when the position does; the check of the trades then says so. */
    private static List<LotSale> extended(Trade trade, Quantity quantity, Household household) {
        List<Lot> position = household.accounts().stream()
                .filter(account -> account.id().equals(trade.account()))
                .flatMap(account -> account.positions().stream())
                .filter(held -> held.symbol().equals(trade.symbol()))
                .flatMap(held -> held.lots().stream())
                .toList();
        Stream<Lot> own = trade.lots().stream()
                .flatMap(sale -> position.stream().filter(lot -> lot.id().equals(sale.lot())));
        Stream<Lot> others = position.stream()
                .filter(lot ->
                        trade.lots().stream().noneMatch(sale -> sale.lot().equals(lot.id())))
                .sorted(Comparator.comparing(Lot::unitCost).reversed());
        return first(
                Stream.concat(own, others)
                        .map(lot -> new LotSale(lot.id(), lot.quantity()))
                        .toList(),
                quantity);
    }
}
