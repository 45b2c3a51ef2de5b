package org.driftgate.trading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.driftgate.household.Account;
import org.driftgate.household.Household;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Trade;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;

/**
 * A proposed line as a custodian may judge it today. A buy that waits for the proceeds of a sale is asked about with the
 * shares that the account can pay now, because the custodian would call the rest unfunded; without money for one share it
 * is not asked about before its turn.
 */
record RehearsedOrder(int line, String custodian, CustodyOrder order, Quantity proposed) {

    /** {@code money} is what each account can spend. */
    static List<RehearsedOrder> of(ProposalVersion version, Household household, Map<AccountId, BigDecimal> money) {
        Map<AccountId, Account> accounts =
                household.accounts().stream().collect(Collectors.toMap(Account::id, Function.identity()));
        var cash = new HashMap<>(money);
        var orders = new ArrayList<RehearsedOrder>();
        version.trades().stream()
                .sorted(Comparator.comparing(Trade::side).reversed().thenComparing(Trade::line))
                .forEach(trade -> of(version, trade, accounts, cash).ifPresent(orders::add));
        return orders;
    }

    private static Optional<RehearsedOrder> of(
            ProposalVersion version, Trade trade, Map<AccountId, Account> accounts, Map<AccountId, BigDecimal> cash) {
        Account account = accounts.get(trade.account());
        if (account == null) return Optional.empty();
        Quantity payable = trade.side() == Side.SELL ? trade.quantity() : payable(trade, cash);
        if (payable.isZero()) return Optional.empty();
        var order = new CustodyOrder(
                PlanOrders.idOf(version, trade.line()),
                trade.account(),
                trade.side(),
                trade.symbol(),
                payable,
                trade.limit(),
                trade.lots());
        return Optional.of(new RehearsedOrder(
                trade.line(), account.custodian().toLowerCase(Locale.ROOT), order, trade.quantity()));
    }

    private static Quantity payable(Trade trade, Map<AccountId, BigDecimal> cash) {
        BigDecimal left = cash.getOrDefault(trade.account(), BigDecimal.ZERO);
        BigDecimal limit = trade.limit().dollars();
        if (left.signum() <= 0) return Quantity.ZERO;
        BigDecimal shares =
                left.divide(limit, 0, RoundingMode.DOWN).min(trade.quantity().shares());
        cash.put(trade.account(), left.subtract(shares.multiply(limit)));
        return new Quantity(shares);
    }

    String words() {
        String asked = order.quantity().equals(proposed) ? "" : " (asked about %s)".formatted(order.quantity());
        return "%s %s %s%s in account %s".formatted(order.side(), proposed, order.symbol(), asked, order.account());
    }
}
