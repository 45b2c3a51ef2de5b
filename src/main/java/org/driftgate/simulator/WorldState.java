package org.driftgate.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.driftgate.adapter.book.AccountRow;
import org.driftgate.adapter.book.BookRows;
import org.driftgate.adapter.book.LotRow;
import org.driftgate.adapter.book.OpenOrderRow;
import org.driftgate.adapter.book.RestrictionRow;
import org.driftgate.adapter.book.TransactionRow;
import org.driftgate.shared.Side;
import org.driftgate.simulator.WorldEvent.Filled;
import org.driftgate.simulator.WorldEvent.ForeignOrderEntered;
import org.driftgate.simulator.WorldEvent.OrderBehaviour;
import org.driftgate.simulator.WorldEvent.OrderScripted;
import org.driftgate.simulator.WorldEvent.PriceMoved;
import org.driftgate.simulator.WorldEvent.RestrictionSet;
import org.driftgate.simulator.WorldEvent.ScriptUsed;
import org.jspecify.annotations.Nullable;

/** What the events so far made of the book. Guarded by its world. */
final class WorldState {

    private static final int FIRST_NUMBER = 10_000_001;

    final Map<String, BigDecimal> prices = new HashMap<>();
    final Map<String, LiveHousehold> households = new LinkedHashMap<>();
    final Map<String, LiveAccount> accounts = new LinkedHashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Set<String> executions = new HashSet<>();
    private final List<OrderScripted> scripts = new ArrayList<>();

    WorldState(BookRows book) {
        book.securities().forEach(security -> prices.put(security.symbol(), security.price()));
        book.households()
                .forEach(row -> households.put(row.household(), new LiveHousehold(households.size() + 1, row)));
        Map<String, List<LotRow>> lots = book.lots().stream().collect(Collectors.groupingBy(LotRow::account));
        for (AccountRow row : book.accounts()) {
            String number = Integer.toString(FIRST_NUMBER + accounts.size());
            numbers.put(row.account(), number);
            List<LotRow> held = lots.getOrDefault(row.account(), List.of());
            accounts.put(number, new LiveAccount(accounts.size() + 1, number, row, held));
        }
        book.taxUnits().forEach(row -> household(row.household()).taxUnits.add(row));
        book.cashNeeds().forEach(row -> household(row.household()).cashNeeds.add(row));
        book.restrictions()
                .forEach(row -> household(row.household()).restrictions.add(row));
        book.openOrders()
                .forEach(row -> householdOf(number(row.account())).openOrders.add(row));
        book.transactions()
                .forEach(row -> householdOf(number(row.account())).transactions.add(row));
    }

    String number(String bookAccount) {
        String number = numbers.get(bookAccount);
        if (number == null) throw new IllegalArgumentException("the book has no account " + bookAccount);
        return number;
    }

    Optional<OrderScripted> script(String account, String symbol, OrderBehaviour behaviour) {
        return scripts.stream().filter(matching(account, symbol, behaviour)).findFirst();
    }

    void apply(WorldEvent event) {
        if (event instanceof Filled fill) fill(fill);
        else if (event instanceof PriceMoved moved) movePrice(moved);
        else if (event instanceof WorldEvent.CashMoved moved)
            account(moved.account()).moveCash(moved.amount());
        else if (event instanceof OrderScripted script) script(script);
        else if (event instanceof ScriptUsed used) use(used);
        else if (event instanceof WorldEvent.QuantityMisreported wrong)
            account(wrong.account()).misreport(wrong.symbol(), wrong.difference());
        else if (event instanceof WorldEvent.AccountStatusSet set)
            account(set.account()).status(set.status());
        else applyToHousehold(event);
    }

    private void applyToHousehold(WorldEvent event) {
        if (event instanceof ForeignOrderEntered order) enter(order);
        else if (event instanceof WorldEvent.ForeignOrderEnded ended) end(ended);
        else if (event instanceof WorldEvent.LifeEventSet set) household(set.household()).lifeEvent = set.description();
        else if (event instanceof WorldEvent.UnreconciledSet set)
            household(set.household()).unreconciled = set.description();
        else if (event instanceof RestrictionSet set) restrict(set);
        else if (event instanceof WorldEvent.RestrictionLifted lifted)
            household(lifted.household()).lift(lifted, bookAccount(lifted.account()));
        else throw new IllegalStateException("no rule for " + event);
    }

    private void fill(Filled fill) {
        if (executions.contains(fill.execution())) return;
        LiveAccount account = account(fill.account());
        List<HeldLot> relieved = account.apply(fill);
        executions.add(fill.execution());
        AccountRow row = account.row();
        String side = fill.side() == Side.BUY ? "buy" : "sell";
        LiveHousehold household = household(row.household());
        household.transactions.add(new TransactionRow(
                row.account(), fill.tradeDate(), fill.symbol(), side, fill.quantity(), fill.price()));
        if (row.registration().equals("taxable") || row.registration().equals("trust"))
            household.realize(row.taxUnit(), gain(relieved, fill, false), gain(relieved, fill, true));
    }

    private static BigDecimal gain(List<HeldLot> relieved, Filled fill, boolean longTerm) {
        LocalDate day = fill.tradeDate();
        return relieved.stream()
                .filter(lot -> lot.isLongTerm(day) == longTerm)
                .map(lot -> lot.quantity().multiply(fill.price().subtract(lot.unitCost())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void movePrice(PriceMoved moved) {
        if (moved.price().signum() <= 0) throw new IllegalArgumentException("price must be above zero: " + moved);
        if (prices.replace(moved.symbol(), moved.price()) == null)
            throw new IllegalArgumentException("no security " + moved.symbol());
    }

    private void script(OrderScripted script) {
        account(script.account());
        if (script.times() < 1) throw new IllegalArgumentException("times must be above zero: " + script);
        scripts.add(script);
    }

    private void use(ScriptUsed used) {
        script(used.account(), used.symbol(), used.behaviour()).ifPresent(script -> {
            int at = scripts.indexOf(script);
            if (script.times() == 1) scripts.remove(at);
            else
                scripts.set(
                        at,
                        new OrderScripted(
                                script.account(),
                                script.symbol(),
                                script.behaviour(),
                                script.value(),
                                script.times() - 1));
        });
    }

    private void enter(ForeignOrderEntered order) {
        String account = account(order.account()).row().account();
        String side = order.side() == Side.BUY ? "buy" : "sell";
        householdOf(order.account())
                .openOrders
                .add(new OpenOrderRow(account, order.symbol(), side, order.quantity(), order.entered()));
    }

    private void end(WorldEvent.ForeignOrderEnded ended) {
        String account = account(ended.account()).row().account();
        householdOf(ended.account())
                .openOrders
                .removeIf(order ->
                        order.account().equals(account) && order.symbol().equals(ended.symbol()));
    }

    private void restrict(RestrictionSet set) {
        household(set.household())
                .restrictions
                .add(new RestrictionRow(
                        set.household(), bookAccount(set.account()), set.symbol(), set.kind(), set.reason()));
    }

    private static Predicate<OrderScripted> matching(String account, String symbol, OrderBehaviour behaviour) {
        return script -> script.behaviour() == behaviour
                && script.account().equals(account)
                && (script.symbol() == null || script.symbol().equals(symbol));
    }

    private @Nullable String bookAccount(@Nullable String number) {
        return number == null ? null : account(number).row().account();
    }

    private LiveHousehold householdOf(String number) {
        return household(account(number).row().household());
    }

    private LiveHousehold household(String id) {
        LiveHousehold household = households.get(id);
        if (household == null) throw new IllegalArgumentException("no household " + id);
        return household;
    }

    private LiveAccount account(String number) {
        LiveAccount account = accounts.get(number);
        if (account == null) throw new IllegalArgumentException("no account " + number);
        return account;
    }
}
