package org.driftgate.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.driftgate.household.Household;
import org.driftgate.household.SetAsideAccounts.Division;
import org.driftgate.household.SetAsideAccounts.SetAside;
import org.driftgate.proposal.Trade;
import org.driftgate.rebalancing.TradingLimits;

/** Lines that a household does not allow, each with its reason. */
final class ForbiddenTrades {

    private ForbiddenTrades() {}

    static List<String> of(Household household, Division accounts, List<Trade> trades) {
        return trades.stream()
                .flatMap(trade -> reason(household, accounts, trade).stream()
                        .map(reason -> "line %d, %s %s in account %s: %s"
                                .formatted(trade.line(), trade.side(), trade.symbol(), trade.account(), reason)))
                .toList();
    }

    static Optional<String> reason(Household household, Division accounts, Trade trade) {
        if (household.accounts().stream().noneMatch(account -> account.id().equals(trade.account())))
            return Optional.of("the household no longer has this account");
        Stream<String> setAside = accounts.setAside().stream()
                .filter(aside -> aside.account().id().equals(trade.account()))
                .map(SetAside::reason);
        return Stream.concat(setAside, restriction(household, trade)).findFirst();
    }

    private static Stream<String> restriction(Household household, Trade trade) {
        return TradingLimits.forbidding(household, trade.account(), trade.symbol(), trade.side()).stream()
                .map(rule -> "restriction %s: %s".formatted(rule.kind(), rule.reason()));
    }
}
