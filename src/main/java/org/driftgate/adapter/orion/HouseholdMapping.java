package org.driftgate.adapter.orion;

import static org.driftgate.adapter.orion.Gap.orZero;
import static org.driftgate.adapter.orion.Gap.required;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.driftgate.household.Account;
import org.driftgate.household.CashNeed;
import org.driftgate.household.Household;
import org.driftgate.household.OpenOrder;
import org.driftgate.household.RecentTrade;
import org.driftgate.household.Restriction;
import org.driftgate.household.TaxUnit;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.TaxUnitId;
import org.jspecify.annotations.Nullable;

/** Orion's clients with all that belongs to them, as households. */
final class HouseholdMapping {

    private final Map<Long, List<Wire.Account>> accounts;
    private final Map<Long, List<Wire.Transaction>> transactions;
    private final Map<Long, List<Wire.Order>> orders;
    private final AccountMapping accountMapping;

    HouseholdMapping(Collected collected) {
        this.accounts = collected.accounts.stream().collect(Collectors.groupingBy(Wire.Account::clientId));
        this.transactions = collected.transactions.stream().collect(Collectors.groupingBy(Wire.Transaction::clientId));
        this.orders = collected.orders.stream().collect(Collectors.groupingBy(Wire.Order::clientId));
        this.accountMapping = new AccountMapping(collected);
    }

    Household household(Wire.Client client) {
        String id = OrionPortfolios.idOf(client).value();
        String name = required(client.name(), "name of household " + id);
        UserFields fields = new UserFields("household " + id, client.userDefinedFields());
        List<Wire.Account> own = accounts.getOrDefault(client.id(), List.of());
        List<Account> mapped = own.stream().map(accountMapping::account).toList();
        return new Household(
                OrionPortfolios.idOf(client),
                name,
                new AdviserId(required(client.representativeNumber(), "representative of household " + id)),
                fields.text("AdviserEmail"),
                Recipients.parse(fields.textOrNull("Recipients"), name),
                model(own),
                approvalMode(fields.text("ApprovalMode")),
                fields.textOrNull("LifeEvent"),
                fields.textOrNull("Unreconciled"),
                mapped,
                all(fields.list("TaxUnits", Wire.TaxUnitField.class), HouseholdMapping::taxUnit),
                all(fields.list("CashNeeds", Wire.CashNeedField.class), HouseholdMapping::cashNeed),
                all(fields.list("Restrictions", Wire.RestrictionField.class), HouseholdMapping::restriction),
                all(transactions.getOrDefault(client.id(), List.of()), HouseholdMapping::recentTrade),
                all(orders.getOrDefault(client.id(), List.of()), HouseholdMapping::openOrder));
    }

    /** The one model of the household's accounts; none when they disagree, which sets the household aside. */
    private static @Nullable String model(List<Wire.Account> accounts) {
        Set<String> names = accounts.stream()
                .map(Wire.Account::modelName)
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .collect(Collectors.toSet());
        return names.size() == 1 ? names.iterator().next() : null;
    }

    private static Household.ApprovalMode approvalMode(String value) {
        return word(Household.ApprovalMode.class, value, "approval mode");
    }

    private static TaxUnit taxUnit(Wire.TaxUnitField field) {
        String id = required(field.id(), "id of a tax unit");
        return new TaxUnit(
                new TaxUnitId(id),
                required(field.filingStatus(), "filing status of " + id),
                required(field.longTermRate(), "long-term rate of " + id),
                required(field.shortTermRate(), "short-term rate of " + id),
                field.gainBudget() == null ? null : Money.usd(field.gainBudget()),
                Money.usd(orZero(field.realizedShortYtd())),
                Money.usd(orZero(field.realizedLongYtd())),
                Money.usd(orZero(field.carryforwardShort())),
                Money.usd(orZero(field.carryforwardLong())));
    }

    private static CashNeed cashNeed(Wire.CashNeedField field) {
        String account = required(field.account(), "account of a cash need");
        return new CashNeed(
                new AccountId(account),
                word(CashNeed.Kind.class, required(field.kind(), "kind of a cash need"), "kind of a cash need"),
                Money.usd(required(field.amount(), "amount of a cash need of account " + account)),
                Gap.date(field.due(), "due date of a cash need of account " + account));
    }

    private static Restriction restriction(Wire.RestrictionField field) {
        return new Restriction(
                field.account() == null ? null : new AccountId(field.account()),
                field.symbol() == null ? null : new Symbol(field.symbol()),
                word(Restriction.Kind.class, required(field.kind(), "kind of a restriction"), "kind of a restriction"),
                required(field.reason(), "reason of a restriction"));
    }

    private static RecentTrade recentTrade(Wire.Transaction row) {
        String account = required(row.accountNumber(), "account of a transaction");
        return new RecentTrade(
                new AccountId(account),
                Gap.date(row.transDate(), "date of a transaction of account " + account),
                new Symbol(required(row.ticker(), "ticker of a transaction of account " + account)),
                side(required(row.transactionDescription(), "kind of a transaction of account " + account)),
                new Quantity(required(row.noUnits(), "units of a transaction of account " + account)
                        .abs()),
                new Price(required(row.navPrice(), "price of a transaction of account " + account)));
    }

    private static OpenOrder openOrder(Wire.Order row) {
        String account = required(row.accountNumber(), "account of an open order");
        return new OpenOrder(
                new AccountId(account),
                new Symbol(required(row.ticker(), "ticker of an open order of account " + account)),
                side(required(row.side(), "side of an open order of account " + account)),
                new Quantity(required(row.orderQty(), "quantity of an open order of account " + account)),
                Gap.date(row.createdDate(), "date of an open order of account " + account));
    }

    private static Side side(String value) {
        return word(Side.class, value, "side");
    }

    private static <E extends Enum<E>> E word(Class<E> type, String value, String what) {
        try {
            return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Gap("%s '%s' is unknown".formatted(what, value));
        }
    }

    private static <S, T> List<T> all(List<S> rows, Function<S, T> mapping) {
        return rows.stream().map(mapping).toList();
    }
}
