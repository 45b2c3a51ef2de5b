package org.driftgate.rebalancing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.driftgate.household.Account;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.Position;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Quantity;

/** A household as it would stand if every trade filled at its estimated price. */
public final class TradedHousehold {

    private TradedHousehold() {}

    public static Household of(Household household, List<PlannedTrade> trades, LocalDate day) {
        List<Account> accounts = household.accounts().stream()
                .map(account -> traded(account, trades, day))
                .toList();
        return new Household(
                household.id(),
                household.name(),
                household.adviser(),
                household.adviserEmail(),
                household.recipients(),
                household.model(),
                household.approvalMode(),
                household.lifeEvent(),
                household.unreconciled(),
                accounts,
                household.taxUnits(),
                household.cashNeeds(),
                household.restrictions(),
                household.recentTrades(),
                household.openOrders());
    }

    private static Account traded(Account account, List<PlannedTrade> trades, LocalDate day) {
        List<Position> positions = new ArrayList<>(account.positions());
        Money cash = account.cash();
        for (PlannedTrade trade : trades) {
            if (!trade.account().equals(account.id())) continue;
            cash = trade.isSale() ? cash.plus(trade.amount()) : cash.minus(trade.amount());
            apply(positions, trade, day);
        }
        return new Account(
                account.id(),
                account.taxUnit(),
                account.owner(),
                account.ownerBirthDate(),
                account.registration(),
                account.custodian(),
                account.status(),
                account.discretionary(),
                account.heldAway(),
                cash,
                account.settledCash().min(cash),
                positions);
    }

    private static void apply(List<Position> positions, PlannedTrade trade, LocalDate day) {
        Position held = positions.stream()
                .filter(position -> position.symbol().equals(trade.symbol()))
                .findFirst()
                .orElseGet(() -> new Position(trade.symbol(), Quantity.ZERO, List.of()));
        positions.remove(held);
        Position after = trade.isSale() ? sold(held, trade) : bought(held, trade, day);
        if (!after.quantity().isZero()) positions.add(after);
    }

    private static Position sold(Position held, PlannedTrade sale) {
        if (held.quantity().compareTo(sale.quantity()) < 0)
            throw new IllegalArgumentException("line %d sells %s %s of %s held"
                    .formatted(sale.line(), sale.quantity(), sale.symbol(), held.quantity()));
        List<Lot> left = held.lots().stream()
                .map(lot -> new Lot(
                        lot.id(),
                        lot.symbol(),
                        lot.quantity().minus(relieved(sale, lot)),
                        lot.unitCost(),
                        lot.acquired()))
                .filter(lot -> !lot.quantity().isZero())
                .toList();
        return new Position(held.symbol(), held.quantity().minus(sale.quantity()), left);
    }

    private static Quantity relieved(PlannedTrade sale, Lot lot) {
        return sale.lots().stream()
                .filter(part -> part.lot().equals(lot.id()))
                .map(LotPart::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private static Position bought(Position held, PlannedTrade buy, LocalDate day) {
        var lot = new Lot(new LotId("line-" + buy.line()), buy.symbol(), buy.quantity(), buy.price(), day);
        return new Position(
                held.symbol(),
                held.quantity().plus(buy.quantity()),
                Stream.concat(held.lots().stream(), Stream.of(lot)).toList());
    }
}
