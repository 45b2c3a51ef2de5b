package org.driftgate.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.driftgate.shared.Side;
import org.driftgate.simulator.SchwabEvent.Ended;
import org.driftgate.simulator.SchwabEvent.Entered;
import org.driftgate.simulator.SchwabEvent.Executed;
import org.driftgate.simulator.WorldEvent.LotTaken;
import org.jspecify.annotations.Nullable;

/** One day order at the custodian. Guarded by its market. */
final class SchwabOrder {

    private static final int SPLIT_FROM = 100;

    private final Entered entered;
    private final List<Executed> executions = new ArrayList<>();
    private @Nullable Ended ended;

    SchwabOrder(Entered entered) {
        this.entered = entered;
    }

    void apply(SchwabEvent event) {
        if (event instanceof Executed executed) executions.add(executed);
        else if (event instanceof Ended end) ended = end;
    }

    Entered entered() {
        return entered;
    }

    List<Executed> executions() {
        return List.copyOf(executions);
    }

    @Nullable Ended ended() {
        return ended;
    }

    boolean isOpen() {
        return ended == null;
    }

    BigDecimal filled() {
        return executions.stream().map(Executed::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal open() {
        return entered.quantity().subtract(filled());
    }

    /** Between one and twenty minutes after it was entered, always the same for an order number; a second part later. */
    Instant dueAt(Instant opens) {
        Instant start = entered.at().isBefore(opens) ? opens : entered.at();
        long seconds = 60 + Math.floorMod(entered.orderNumber() * 7919L, 1080L);
        return start.plus(Duration.ofSeconds(seconds + 60L * executions.size()));
    }

    /** What the next execution takes; zero when the market takes no more of it. Every fourth larger order fills in two. */
    BigDecimal nextPart() {
        BigDecimal left = entered.fillable().subtract(filled());
        boolean split = executions.isEmpty()
                && entered.orderNumber() % 4 == 0
                && left.compareTo(BigDecimal.valueOf(SPLIT_FROM)) >= 0;
        return split ? left.divideToIntegralValue(BigDecimal.valueOf(2)) : left;
    }

    boolean isMarketable(BigDecimal price) {
        int against = price.compareTo(entered.limit());
        return entered.side() == Side.BUY ? against <= 0 : against >= 0;
    }

    /** The lots of the next execution: in their order, after what is sold already. */
    List<LotTaken> lotsOf(BigDecimal quantity) {
        return lotsAfter(filled(), quantity);
    }

    /** The lots of one that happened. */
    List<LotTaken> lotsOf(Executed execution) {
        BigDecimal before = executions.stream()
                .filter(one -> one.number() < execution.number())
                .map(Executed::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return lotsAfter(before, execution.quantity());
    }

    private List<LotTaken> lotsAfter(BigDecimal sold, BigDecimal quantity) {
        List<LotTaken> taken = new ArrayList<>();
        BigDecimal toSkip = sold;
        BigDecimal toTake = quantity;
        List<LotTaken> instead = entered.relievedInstead();
        for (LotTaken lot : instead == null ? entered.lots() : instead) {
            BigDecimal skipped = lot.quantity().min(toSkip);
            toSkip = toSkip.subtract(skipped);
            BigDecimal part = lot.quantity().subtract(skipped).min(toTake);
            toTake = toTake.subtract(part);
            if (part.signum() > 0) taken.add(new LotTaken(lot.lot(), part));
        }
        return taken;
    }

    String status() {
        if (ended != null) return ended.status();
        return executions.isEmpty() ? "Open" : "Partially Filled";
    }
}
