package org.driftgate.proposal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.household.Household;
import org.driftgate.rebalancing.CashAfter;
import org.driftgate.rebalancing.ProposedTrade;
import org.driftgate.rebalancing.Rebalancing;
import org.driftgate.rebalancing.household.ProposeHousehold;
import org.driftgate.rebalancing.household.ProposedHousehold;
import org.driftgate.rebalancing.household.ProposedHousehold.Status;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;

/**
 * A plan as orders: sells first, whole shares, and in each account buys that its cash covers at their limits; the largest
 * buy gives way.
 */
final class OwnOrders {

    private final Household household;
    private final LocalDate needsUntil;
    private final List<Trade> trades = new ArrayList<>();

    private OwnOrders(Household household, LocalDate needsUntil) {
        this.household = household;
        this.needsUntil = needsUntil;
    }

    /** A plan whose buys the cash covers at their limits too: solved again with what the first one lacks kept back. */
    static ProposedHousehold covered(ProposeHousehold engine, Household household) {
        ProposedHousehold first = engine.propose(household);
        if (first.status() != Status.OK || first.rebalancing() == null) return first;
        ProposedHousehold covered = engine.propose(household, beyondPrice(first.rebalancing()));
        return covered.status() == Status.OK ? covered : first;
    }

    /** None where no plan is to be traded. */
    static List<Trade> of(Household household, ProposedHousehold proposed, LocalDate needsUntil) {
        Rebalancing plan = proposed.rebalancing();
        return proposed.status() == Status.OK && plan != null ? of(household, plan, needsUntil) : List.of();
    }

    private static List<Trade> of(Household household, Rebalancing plan, LocalDate needsUntil) {
        var orders = new OwnOrders(household, needsUntil);
        plan.trades().stream()
                .filter(trade -> trade.side() == Side.SELL)
                .forEach(trade -> orders.add(trade, lots(plan, trade)));
        plan.trades().stream().filter(trade -> trade.side() == Side.BUY).forEach(trade -> orders.add(trade, List.of()));
        plan.trades().stream()
                .map(trade -> new AccountId(trade.account()))
                .distinct()
                .forEach(orders::fitToCash);
        return orders.numbered();
    }

    /** What the buys of a plan take more at their limits than at their prices, by account. */
    private static Map<AccountId, Money> beyondPrice(Rebalancing plan) {
        Map<AccountId, Money> beyond = new HashMap<>();
        for (ProposedTrade trade : plan.trades()) {
            if (trade.side() == Side.SELL) continue;
            var price = new Price(trade.price());
            var shares = new Quantity(trade.quantity());
            Money more = shares.at(Collar.limit(Side.BUY, price)).minus(shares.at(price));
            beyond.merge(new AccountId(trade.account()), more, Money::plus);
        }
        return beyond;
    }

    private static List<LotSale> lots(Rebalancing plan, ProposedTrade trade) {
        return plan.lotSales().stream()
                .filter(sale ->
                        sale.account().equals(trade.account()) && sale.symbol().equals(trade.symbol()))
                .map(sale -> new LotSale(new LotId(sale.lot()), new Quantity(sale.quantity())))
                .filter(sale -> !sale.quantity().isZero())
                .toList();
    }

    private void add(ProposedTrade trade, List<LotSale> lots) {
        Quantity whole = new Quantity(trade.quantity()).wholeShares();
        if (whole.isZero()) return;
        var price = new Price(trade.price());
        trades.add(new Trade(
                trades.size() + 1,
                new AccountId(trade.account()),
                trade.side(),
                new Symbol(trade.symbol()),
                whole,
                price,
                Collar.limit(trade.side(), price),
                first(lots, whole),
                OwnReasons.of(trade, needsCash(new AccountId(trade.account())))));
    }

    private boolean needsCash(AccountId account) {
        return CashAfter.of(household, List.of(), needsUntil).stream()
                .anyMatch(cash ->
                        cash.account().equals(account) && cash.shortfall().isPositive());
    }

    /** The lots in their order until the shares are complete. */
    private static List<LotSale> first(List<LotSale> lots, Quantity shares) {
        List<LotSale> taken = new ArrayList<>();
        Quantity left = shares;
        for (LotSale lot : lots) {
            Quantity part = lot.quantity().min(left);
            if (!part.isZero()) taken.add(new LotSale(lot.lot(), part));
            left = left.minus(part);
        }
        return taken;
    }

    private void fitToCash(AccountId account) {
        Money missing = missing(account);
        Optional<Trade> largest = largestBuy(account);
        while (missing.isPositive() && largest.isPresent()) {
            shrink(largest.get(), missing);
            missing = missing(account);
            largest = largestBuy(account);
        }
    }

    private Money missing(AccountId account) {
        return CashAfter.of(household, PlannedTrades.of(trades), needsUntil).stream()
                .filter(cash -> cash.account().equals(account))
                .map(CashAfter::shortfallAtCollar)
                .findFirst()
                .orElse(Money.ZERO);
    }

    private Optional<Trade> largestBuy(AccountId account) {
        return trades.stream()
                .filter(trade -> trade.side() == Side.BUY && trade.account().equals(account))
                .max(Comparator.comparing(trade -> trade.quantity().at(trade.limit())));
    }

    private void shrink(Trade buy, Money missing) {
        BigDecimal shares = missing.amount().divide(buy.limit().dollars(), 0, RoundingMode.UP);
        Quantity left = buy.quantity().minus(new Quantity(shares).min(buy.quantity()));
        int index = trades.indexOf(buy);
        if (left.isZero()) trades.remove(index);
        else trades.set(index, OwnReasons.shrunk(buy, left));
    }

    private List<Trade> numbered() {
        List<Trade> numbered = new ArrayList<>();
        for (Trade trade : trades)
            numbered.add(new Trade(
                    numbered.size() + 1,
                    trade.account(),
                    trade.side(),
                    trade.symbol(),
                    trade.quantity(),
                    trade.estimatedPrice(),
                    trade.limit(),
                    trade.lots(),
                    trade.reasons()));
        return numbered;
    }
}
