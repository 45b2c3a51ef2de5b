package org.driftgate.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.driftgate.adapter.book.BookRows;
import org.driftgate.simulator.WorldEvent.OrderBehaviour;
import org.driftgate.simulator.WorldEvent.OrderScripted;
import org.driftgate.simulator.WorldEvent.ScriptUsed;

/**
 * The firm behind all simulators: its book, and every event since, kept in a journal so that a restart finds it unchanged.
 * One world, one lock. Custody numbers have eight digits and count from 10000001 in the order of the book's accounts.
 */
final class World {

    private final WorldTime time;
    private final BookRows book;
    private final Journal<WorldEvent> journal;
    private final WorldState state;

    /** Opens the world as its journal left it. */
    World(BookRows book, Journal<WorldEvent> journal, WorldTime time) {
        this.book = book;
        this.journal = journal;
        this.time = time;
        this.state = new WorldState(book);
        journal.readAll().forEach(state::apply);
    }

    WorldTime time() {
        return time;
    }

    /** The rows that never change: securities, substitutes, models. Prices are asked with {@link #prices()}. */
    BookRows book() {
        return book;
    }

    /** Applies and records; what the world cannot do, such as selling a lot that is not there, changes nothing. */
    synchronized void happen(WorldEvent event) {
        state.apply(event);
        journal.append(event);
    }

    synchronized void happenAll(List<WorldEvent> events) {
        events.forEach(state::apply);
        journal.appendAll(events);
    }

    synchronized Map<String, BigDecimal> prices() {
        return Map.copyOf(state.prices);
    }

    synchronized BigDecimal price(String symbol) {
        BigDecimal price = state.prices.get(symbol);
        if (price == null) throw new IllegalArgumentException("no price of " + symbol);
        return price;
    }

    Instant pricedAt() {
        return time.pricedAt();
    }

    synchronized List<HouseholdState> households() {
        return all(state.households.values(), household -> household.state(time.today()));
    }

    synchronized Optional<HouseholdState> household(String id) {
        return Optional.ofNullable(state.households.get(id)).map(household -> household.state(time.today()));
    }

    /** By the number that counts households from 1 in the order of the book. */
    HouseholdState householdNumbered(int id) {
        if (id < 1 || id > book.households().size()) throw new IllegalArgumentException("no household numbered " + id);
        return household(book.households().get(id - 1).household()).orElseThrow();
    }

    synchronized List<AccountState> accounts() {
        return all(state.accounts.values(), account -> account.state(time.today()));
    }

    synchronized List<AccountState> accountsOf(String household) {
        LocalDate today = time.today();
        return state.accounts.values().stream()
                .filter(account -> account.row().household().equals(household))
                .map(account -> account.state(today))
                .toList();
    }

    synchronized Optional<AccountState> account(String number) {
        return Optional.ofNullable(state.accounts.get(number)).map(account -> account.state(time.today()));
    }

    /** The eight-digit number by which the custodian and the wires know an account of the book. */
    String custodyNumber(String bookAccount) {
        return state.number(bookAccount);
    }

    /** Uses up one scripted behaviour of an order for this account and symbol, if there is one. */
    synchronized Optional<OrderScripted> takeScript(String account, String symbol, OrderBehaviour behaviour) {
        Optional<OrderScripted> script = state.script(account, symbol, behaviour);
        script.ifPresent(found -> happen(new ScriptUsed(account, symbol, behaviour)));
        return script;
    }

    private static <S, T> List<T> all(Collection<S> live, Function<S, T> toState) {
        return live.stream().map(toState).toList();
    }
}
