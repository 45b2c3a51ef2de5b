package org.driftgate.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.driftgate.household.Account;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.SetAsideAccounts.Division;
import org.driftgate.household.SetAsideAccounts.SetAside;
import org.driftgate.rebalancing.TradingLimits;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;

/** What makes trades impossible for a household, line by line; a proposal with a problem never becomes a version. */
final class ProposalCheck {

    private final Household household;
    private final Book market;
    private final Division accounts;
    private final Map<LotId, Quantity> relieved = new HashMap<>();
    private final Set<Integer> lines = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    private ProposalCheck(Household household, Book market, Division accounts) {
        this.household = household;
        this.market = market;
        this.accounts = accounts;
    }

    static List<String> problems(Household household, Book market, Division accounts, List<Trade> trades) {
        var check = new ProposalCheck(household, market, accounts);
        trades.forEach(check::check);
        return check.problems;
    }

    private void check(Trade trade) {
        if (!lines.add(trade.line())) problem(trade, "the line number is used twice");
        if (!trade.quantity().isWhole()) problem(trade, trade.quantity() + " is not a whole number of shares");
        if (!market.securities().containsKey(trade.symbol())) problem(trade, "unknown security");
        checkLimit(trade);
        Optional<Account> account = account(trade.account());
        if (account.isEmpty()) {
            problem(trade, "the household has no such account");
            return;
        }
        checkPermission(trade);
        if (trade.side() == Side.SELL) checkLots(trade, account.get());
    }

    private void checkPermission(Trade trade) {
        Optional<SetAside> setAside = accounts.setAside().stream()
                .filter(aside -> aside.account().id().equals(trade.account()))
                .findFirst();
        if (setAside.isPresent()) {
            problem(trade, "account set aside, " + setAside.get().reason());
            return;
        }
        TradingLimits.forbidding(household, trade.account(), trade.symbol(), trade.side())
                .ifPresent(rule -> problem(trade, "restriction %s, %s".formatted(rule.kind(), rule.reason())));
    }

    private void checkLimit(Trade trade) {
        if (trade.estimatedPrice().isZero() || trade.limit().isZero()) {
            problem(trade, "price or limit is zero");
            return;
        }
        int order = trade.limit().compareTo(trade.estimatedPrice());
        if (trade.side() == Side.SELL ? order > 0 : order < 0)
            problem(
                    trade,
                    "limit %s is on the wrong side of price %s".formatted(trade.limit(), trade.estimatedPrice()));
    }

    private void checkLots(Trade sale, Account account) {
        Quantity total = Quantity.ZERO;
        for (LotSale part : sale.lots()) {
            total = total.plus(part.quantity());
            checkLot(sale, part, lot(account, sale.symbol(), part.lot()));
        }
        if (!total.equals(sale.quantity()))
            problem(sale, "lots add up to %s, not %s".formatted(total, sale.quantity()));
    }

    private void checkLot(Trade sale, LotSale part, Optional<Lot> lot) {
        if (lot.isEmpty()) {
            problem(sale, "lot %s is not held".formatted(part.lot()));
            return;
        }
        if (part.quantity().isZero()) problem(sale, "lot %s relieves nothing".formatted(part.lot()));
        Quantity taken = relieved.merge(part.lot(), part.quantity(), Quantity::plus);
        if (taken.compareTo(lot.get().quantity()) > 0)
            problem(
                    sale,
                    "lot %s holds %s, %s would be sold"
                            .formatted(part.lot(), lot.get().quantity(), taken));
    }

    private Optional<Account> account(AccountId id) {
        return household.accounts().stream()
                .filter(account -> account.id().equals(id))
                .findFirst();
    }

    private static Optional<Lot> lot(Account account, Symbol symbol, LotId id) {
        return account.positions().stream()
                .filter(position -> position.symbol().equals(symbol))
                .flatMap(position -> position.lots().stream())
                .filter(lot -> lot.id().equals(id))
                .findFirst();
    }

    private void problem(Trade trade, String what) {
        problems.add("line %d (%s %s %s in account %s): %s"
                .formatted(trade.line(), trade.side(), trade.quantity(), trade.symbol(), trade.account(), what));
    }
}
