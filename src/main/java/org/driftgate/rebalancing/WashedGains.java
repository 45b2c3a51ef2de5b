package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.driftgate.household.Account;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.Position;
import org.driftgate.shared.Money;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;

/**
 * The gains of trades as tax counts them: what a wash sale takes of a loss is left out (IRC §1091(a)). The same matching as
 * in our own plans, for trades of any origin.
 */
public final class WashedGains {

    private final IdenticalSecurities identical;
    private final WashLedger<Symbol> ledger;

    /** In the order of {@code gains}, those of {@code trades}; every gain and every loss that counts stays as it is. */
    public static List<LotGain> of(
            Household household, Book market, List<PlannedTrade> trades, List<LotGain> gains, LocalDate day) {
        if (gains.stream().noneMatch(WashedGains::isLoss)) return gains;
        var washed = new WashedGains(household, market, trades, gains, day);
        List<LotGain> counted = new ArrayList<>(gains);
        IntStream.range(0, gains.size())
                .boxed()
                .filter(index -> isLoss(gains.get(index)))
                .sorted(Comparator.comparing(
                                (Integer index) -> gains.get(index).lot().acquired())
                        .thenComparing(index -> gains.get(index).account().id().value())
                        .thenComparing(index -> gains.get(index).lot().id().value()))
                .forEach(index -> counted.set(index, washed.counted(gains.get(index))));
        return List.copyOf(counted);
    }

    private WashedGains(
            Household household, Book market, List<PlannedTrade> trades, List<LotGain> gains, LocalDate day) {
        identical = new IdenticalSecurities(market);
        ledger = new WashLedger<>(day);
        for (Account account : household.accounts())
            for (Position position : account.positions()) for (Lot lot : position.lots()) kept(account, lot, gains);
        for (PlannedTrade trade : trades)
            if (trade.side() == Side.BUY)
                ledger.bought(
                        identical.group(trade.symbol()), day, trade.quantity().shares());
        UnseenPurchases.of(household, day).forEach(symbol -> ledger.boughtUnknown(identical.group(symbol)));
    }

    private void kept(Account account, Lot lot, List<LotGain> gains) {
        BigDecimal sold = gains.stream()
                .filter(gain -> gain.account().id().equals(account.id())
                        && gain.lot().id().equals(lot.id()))
                .map(gain -> gain.quantity().shares())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        ledger.bought(
                identical.group(lot.symbol()),
                lot.acquired(),
                lot.quantity().shares().subtract(sold));
    }

    private LotGain counted(LotGain loss) {
        BigDecimal disallowed = ledger.disallowed(
                identical.group(loss.lot().symbol()),
                loss.quantity().shares(),
                loss.gain().amount());
        return loss.with(loss.gain().plus(Money.usd(disallowed)));
    }

    private static boolean isLoss(LotGain gain) {
        return gain.isTaxable() && gain.gain().isNegative();
    }
}
