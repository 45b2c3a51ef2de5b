package org.driftgate.adapter.orion;

import static org.driftgate.adapter.orion.Gap.required;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftgate.adapter.orion.ProposalWire.TradeRow;
import org.driftgate.household.Account;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.proposal.Collar;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.Reason;
import org.driftgate.proposal.Trade;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;

/** Eclipse's trades in our words, checked against the snapshot, each with the limit of {@link Collar}. */
final class TradeMapping {

    private final Set<AccountId> accounts;
    private final Set<Symbol> symbols;

    TradeMapping(Household household, Book market) {
        this.accounts = household.accounts().stream().map(Account::id).collect(Collectors.toSet());
        this.symbols = market.securities().keySet();
    }

    Trade trade(int line, TradeRow row) {
        String what = "trade " + row.id();
        Side side = side(required(row.action(), "action of " + what));
        Quantity quantity = new Quantity(required(row.orderQty(), "quantity of " + what));
        Price price = new Price(required(row.price(), "price of " + what));
        if (quantity.isZero() || !quantity.isWhole()) throw new Gap("%s is of %s shares".formatted(what, quantity));
        if (price.isZero()) throw new Gap(what + " has no price");
        return new Trade(
                line,
                account(row, what),
                side,
                symbol(row, what),
                quantity,
                price,
                Collar.limit(side, price),
                side == Side.SELL ? lots(row, quantity, what) : List.of(),
                reasons(row, what));
    }

    private AccountId account(TradeRow row, String what) {
        var named = required(row.account(), "account of " + what);
        AccountId account = new AccountId(required(named.number(), "account number of " + what));
        if (!accounts.contains(account))
            throw new Gap("%s names account %s, which the household does not have".formatted(what, account));
        return account;
    }

    private Symbol symbol(TradeRow row, String what) {
        var named = required(row.security(), "security of " + what);
        Symbol symbol = new Symbol(required(named.symbol(), "symbol of " + what));
        if (!symbols.contains(symbol))
            throw new Gap("%s names %s, which the snapshot does not price".formatted(what, symbol));
        return symbol;
    }

    private static List<LotSale> lots(TradeRow row, Quantity quantity, String what) {
        List<LotSale> lots = required(row.selectedLots(), "lots of " + what).stream()
                .map(lot -> new LotSale(
                        new LotId(required(lot.taxLotId(), "lot of " + what)),
                        new Quantity(required(lot.units(), "lot units of " + what))))
                .toList();
        Quantity total = lots.stream().map(LotSale::quantity).reduce(Quantity.ZERO, Quantity::plus);
        if (!total.equals(quantity)) throw new Gap("lots of %s add up to %s, not %s".formatted(what, total, quantity));
        return lots;
    }

    private static List<Reason> reasons(TradeRow row, String what) {
        String sentence = required(row.tradeReason(), "reason of " + what);
        List<String> codes = row.shortCodeMessages() == null ? List.of() : row.shortCodeMessages();
        String code = codes.isEmpty() ? "ORION" : codes.get(0);
        return List.of(new Reason(code, sentence));
    }

    private static Side side(String action) {
        return switch (action.toUpperCase(Locale.ROOT)) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw new Gap("action '%s' is unknown".formatted(action));
        };
    }
}
