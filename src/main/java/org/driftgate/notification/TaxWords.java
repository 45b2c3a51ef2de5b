package org.driftgate.notification;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.driftgate.household.Account;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Side;
import org.driftgate.trading.Orders.OrderStatus;
import org.jspecify.annotations.Nullable;

/** What the sales may mean for a client's taxes, and what the client should not do so that a loss counts. */
record TaxWords(TradeWords words) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

    /** IRC §1091(a): a purchase up to 30 days after the sale takes the loss away. */
    private static final int DAYS_WITHOUT_PURCHASE = 31;

    /** Only sells can realise gains, and only in accounts whose gains are taxable. */
    @Nullable String of(ClientNoticeFacts facts) {
        List<Account> sellers = sellers(facts);
        if (sellers.isEmpty()) return null;
        if (sellers.stream().noneMatch(account -> account.registration().gainsAreTaxable()))
            return "All sales were made in retirement accounts, so they do not realize taxable gains this year.";
        return "Some of these sales were made in taxable accounts, so they may realize capital gains or losses. "
                + "Your custodian will report the final figures on Form 1099-B."
                + losses(facts);
    }

    /** What the household buys back itself is for the firm to answer. */
    private String losses(ClientNoticeFacts facts) {
        List<String> sold = facts.soldAtALoss().stream()
                .filter(symbol -> facts.trades().filled().stream()
                        .noneMatch(total ->
                                total.side() == Side.BUY && total.symbol().equals(symbol)))
                .map(words::name)
                .sorted()
                .toList();
        if (sold.isEmpty()) return "";
        LocalDate again = facts.date().plusDays(DAYS_WITHOUT_PURCHASE);
        return (" Shares of %s were sold at a loss, which may lower your taxes. So that the loss counts, please do not buy"
                        + " %s again before %s, in any account of your household, retirement accounts and reinvested"
                        + " dividends included.")
                .formatted(String.join(" and ", sold), sold.size() == 1 ? "it" : "them", DATE.format(again));
    }

    private static List<Account> sellers(ClientNoticeFacts facts) {
        Map<AccountId, Account> accounts = facts.household().accounts().stream()
                .collect(Collectors.toMap(Account::id, account -> account, (one, same) -> one));
        return facts.trades().orders().stream()
                .filter(order -> order.side() == Side.SELL && !order.filled().isZero())
                .map(OrderStatus::account)
                .distinct()
                .map(accounts::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
