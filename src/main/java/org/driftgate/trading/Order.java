package org.driftgate.trading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.driftgate.proposal.LotSale;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.OrderId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.SnapshotId;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.VersionId;

/** One line of an approved version with everything that became of it; resolutions are those of its latest attempt. */
record Order(Intent intent, OrderProgress progress, Optional<ExecutionExceptions.Action> resolution) {

    /** The order memorandum: terms, account, custodian, who recommended it and who placed it. */
    record Intent(
            OrderId id,
            CaseId about,
            VersionId version,
            String tradeHash,
            SnapshotId snapshot,
            int line,
            AccountId account,
            Side side,
            Symbol symbol,
            Quantity quantity,
            Price limit,
            List<LotSale> lots,
            String custodian,
            boolean discretionary,
            PersonId recommendedBy,
            PersonId placedBy) {

        Intent {
            lots = List.copyOf(lots);
        }
    }

    private static final Set<Orders.State> TROUBLED =
            Set.of(Orders.State.REJECTED, Orders.State.UNKNOWN, Orders.State.CANCELLED);

    Orders.State state() {
        return progress.state();
    }

    /** A person must decide: rejected, cancelled by the custodian or in doubt, and nobody has decided yet. */
    boolean needsDecision() {
        return TROUBLED.contains(state()) && resolution.isEmpty();
    }

    /** The custodian may still execute it. */
    boolean isWorking() {
        return switch (state()) {
            case ACKNOWLEDGED, PARTIALLY_FILLED -> true;
            case CLAIMED, UNKNOWN -> resolution.isEmpty();
            case PLANNED, FILLED, REJECTED, CANCELLED, EXPIRED -> false;
        };
    }

    /** Nothing more will come of it, so what depends on it may go on. */
    boolean isOver() {
        return switch (state()) {
            case FILLED, EXPIRED -> true;
            case REJECTED, CANCELLED, UNKNOWN -> resolution.isPresent() && !mayBeSent();
            case PLANNED, CLAIMED, ACKNOWLEDGED, PARTIALLY_FILLED -> false;
        };
    }

    /** Never sent, surely not placed, or surely over and a person asked for another attempt. */
    boolean mayBeSent() {
        return switch (state()) {
            case PLANNED -> true;
            case REJECTED, CANCELLED ->
                resolution.filter(ExecutionExceptions.Action.RETRY::equals).isPresent();
            default -> false;
        };
    }

    Quantity remaining() {
        Quantity filled = progress.filled();
        return filled.compareTo(intent.quantity()) >= 0
                ? Quantity.ZERO
                : intent.quantity().minus(filled);
    }

    boolean isComplete() {
        return remaining().isZero();
    }

    /** What this order did or may still do to the cash of its account: a working buy counts at its limit. */
    BigDecimal cashEffect() {
        BigDecimal done = progress.amount();
        if (intent.side() == Side.SELL) return done;
        BigDecimal ahead =
                isWorking() ? remaining().shares().multiply(intent.limit().dollars()) : BigDecimal.ZERO;
        return done.add(ahead).negate();
    }
}
