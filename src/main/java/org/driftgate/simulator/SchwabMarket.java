package org.driftgate.simulator;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.driftgate.shared.Side;
import org.driftgate.shared.TradingCalendar;
import org.driftgate.simulator.SchwabEvent.Ended;
import org.driftgate.simulator.SchwabEvent.Entered;
import org.driftgate.simulator.SchwabEvent.Executed;
import org.driftgate.simulator.WorldEvent.LotTaken;
import org.jspecify.annotations.Nullable;

/**
 * Orders at the custodian and the market that fills them on the business clock: between one and twenty minutes after
 * entry, at the world's price, never beyond the limit; what is open at the close expires. Time is looked at when somebody
 * asks.
 */
@Simulated
class SchwabMarket {

    private static final int FIRST_NUMBER = 70_000_001;

    private final World world;
    private final Journal<SchwabEvent> journal;
    private final Map<Integer, SchwabOrder> orders = new LinkedHashMap<>();

    SchwabMarket(World world, FirmSettings settings) {
        this.world = world;
        Path file = settings.data().resolve("simulator").resolve("schwab-orders.jsonl");
        this.journal = new Journal<>(file, SchwabEvent.class);
        journal.readAll().forEach(this::apply);
    }

    /** Enters an order under the next number; the same client order identifier twice makes two orders. */
    synchronized int enter(
            SchwabItem item, BigDecimal fillable, @Nullable String rejection, @Nullable List<LotTaken> relieved) {
        int number = FIRST_NUMBER + orders.size();
        happen(new Entered(
                number,
                item.clientOrderIdentifier(),
                item.account(),
                item.side(),
                item.symbol(),
                item.quantity(),
                item.limit(),
                item.lots(),
                fillable,
                rejection,
                relieved,
                world.time().now()));
        return number;
    }

    synchronized List<SchwabOrder> between(LocalDate from, LocalDate to) {
        settle();
        return orders.values().stream()
                .filter(order -> !day(order).isBefore(from) && !day(order).isAfter(to))
                .toList();
    }

    /** Everything that ever arrived, in its order. */
    synchronized List<Entered> entered() {
        return orders.values().stream().map(SchwabOrder::entered).toList();
    }

    /** Cash that open buys hold back at their limits. */
    synchronized BigDecimal held(String account) {
        settle();
        return open(account, order -> order.entered().side() == Side.BUY)
                .map(order -> order.open().multiply(order.entered().limit()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Shares that open sells hold back. */
    synchronized BigDecimal selling(String account, String symbol) {
        settle();
        return open(
                        account,
                        order -> order.entered().side() == Side.SELL
                                && order.entered().symbol().equals(symbol))
                .map(SchwabOrder::open)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean takesOrders() {
        Instant now = world.time().now();
        LocalDate today = world.time().today();
        return calendar().isTradingDay(today) && now.isBefore(closes(today));
    }

    private Stream<SchwabOrder> open(String account, Predicate<SchwabOrder> which) {
        return orders.values().stream()
                .filter(SchwabOrder::isOpen)
                .filter(order -> order.entered().account().equals(account))
                .filter(which);
    }

    private void settle() {
        for (SchwabOrder order : List.copyOf(orders.values())) if (order.isOpen()) settle(order);
    }

    private void settle(SchwabOrder order) {
        Instant now = world.time().now();
        Instant closes = closes(day(order));
        Instant due = order.dueAt(opens(day(order)));
        while (order.isOpen() && !due.isAfter(now) && due.isBefore(closes) && mayFill(order)) {
            step(order, due);
            due = order.dueAt(opens(day(order)));
        }
        if (order.isOpen() && !now.isBefore(closes)) end(order, "Expired", null, null, closes);
    }

    private boolean mayFill(SchwabOrder order) {
        return order.entered().laterRejection() != null
                || (order.nextPart().signum() > 0
                        && order.isMarketable(world.price(order.entered().symbol())));
    }

    private void step(SchwabOrder order, Instant at) {
        String rejection = order.entered().laterRejection();
        if (rejection == null) {
            execute(order, at);
            return;
        }
        SchwabFinding finding = SchwabFinding.parse(rejection);
        end(order, "Rejected", finding.code(), finding.message(), at);
    }

    /** The world first: it counts an execution once, so a crash in between repeats nothing. */
    private void execute(SchwabOrder order, Instant at) {
        Entered entered = order.entered();
        BigDecimal quantity = order.nextPart();
        BigDecimal price = world.price(entered.symbol());
        var executed = new Executed(entered.orderNumber(), order.executions().size() + 1, quantity, price, at);
        LocalDate day = day(order);
        world.happen(new WorldEvent.Filled(
                executed.id(),
                entered.account(),
                entered.side(),
                entered.symbol(),
                quantity,
                price,
                day,
                world.time().settlementDate(day),
                order.lotsOf(quantity)));
        happen(executed);
        if (order.open().signum() == 0) end(order, "Filled", null, null, at);
    }

    private void end(SchwabOrder order, String status, @Nullable String code, @Nullable String message, Instant at) {
        happen(new Ended(order.entered().orderNumber(), status, code, message, at));
    }

    private void happen(SchwabEvent event) {
        apply(event);
        journal.append(event);
    }

    private void apply(SchwabEvent event) {
        if (event instanceof Entered entered) orders.put(entered.orderNumber(), new SchwabOrder(entered));
        else Objects.requireNonNull(orders.get(event.orderNumber())).apply(event);
    }

    LocalDate day(SchwabOrder order) {
        return order.entered().at().atZone(world.time().zone()).toLocalDate();
    }

    private Instant opens(LocalDate day) {
        return day.atTime(TradingCalendar.OPEN).atZone(world.time().zone()).toInstant();
    }

    private Instant closes(LocalDate day) {
        return day.atTime(calendar().close(day)).atZone(world.time().zone()).toInstant();
    }

    private TradingCalendar calendar() {
        return world.time().calendar().get();
    }
}
