package org.driftgate.rebalancing;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.driftgate.household.Account;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.shared.AccountId;

/** The gains of sales, lot by lot, as if filled on one day at the estimated price. */
public final class RealizedGains {

    private RealizedGains() {}

    public static List<LotGain> of(Household household, List<PlannedTrade> trades, LocalDate day) {
        return trades.stream()
                .filter(PlannedTrade::isSale)
                .flatMap(sale -> ofSale(account(household, sale.account()), sale, day))
                .toList();
    }

    public static CapitalGains sum(List<LotGain> gains) {
        return gains.stream().map(LotGain::gains).reduce(CapitalGains.NONE, CapitalGains::plus);
    }

    private static Stream<LotGain> ofSale(Account account, PlannedTrade sale, LocalDate day) {
        return sale.lots().stream().map(part -> {
            Lot lot = lot(account, sale, part);
            var gain = part.quantity().at(sale.price()).minus(part.quantity().at(lot.unitCost()));
            return new LotGain(sale.line(), account, lot, part.quantity(), lot.isLongTerm(day), gain);
        });
    }

    static Account account(Household household, AccountId id) {
        return household.accounts().stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("household %s has no account %s".formatted(household.id(), id)));
    }

    private static Lot lot(Account account, PlannedTrade sale, LotPart part) {
        return account.positions().stream()
                .filter(position -> position.symbol().equals(sale.symbol()))
                .flatMap(position -> position.lots().stream())
                .filter(lot -> lot.id().equals(part.lot()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "account %s has no lot %s of %s".formatted(account.id(), part.lot(), sale.symbol())));
    }
}
