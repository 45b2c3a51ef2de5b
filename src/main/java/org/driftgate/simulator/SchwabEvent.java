package org.driftgate.simulator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.driftgate.shared.Side;
import org.driftgate.simulator.WorldEvent.LotTaken;
import org.jspecify.annotations.Nullable;

/** What happened to an order at the custodian, as its journal keeps it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SchwabEvent.Entered.class, name = "Entered"),
    @JsonSubTypes.Type(value = SchwabEvent.Executed.class, name = "Executed"),
    @JsonSubTypes.Type(value = SchwabEvent.Ended.class, name = "Ended")
})
sealed interface SchwabEvent {

    int orderNumber();

    /**
     * {@code fillable} is the part that the market will take; {@code laterRejection} says with what it is refused then,
     * {@code relievedInstead} which lots the custodian takes, whatever the order named.
     */
    record Entered(
            int orderNumber,
            String clientOrderIdentifier,
            String account,
            Side side,
            String symbol,
            BigDecimal quantity,
            BigDecimal limit,
            List<LotTaken> lots,
            BigDecimal fillable,
            @Nullable String laterRejection,
            @Nullable List<LotTaken> relievedInstead,
            Instant at)
            implements SchwabEvent {

        public Entered {
            lots = List.copyOf(lots);
            relievedInstead = relievedInstead == null ? null : List.copyOf(relievedInstead);
        }
    }

    record Executed(int orderNumber, int number, BigDecimal quantity, BigDecimal price, Instant at)
            implements SchwabEvent {

        String id() {
            return "T%d-%d".formatted(orderNumber, number);
        }
    }

    record Ended(
            int orderNumber,
            String status,
            @Nullable String code,
            @Nullable String message,
            Instant at) implements SchwabEvent {}
}
