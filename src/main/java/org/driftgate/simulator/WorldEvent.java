package org.driftgate.simulator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.driftgate.shared.Side;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the outside world after its book was written. Accounts are named by custody number,
 * households by the book's id. {@code POST /simulator/events} makes one happen.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorldEvent.Filled.class, name = "Filled"),
    @JsonSubTypes.Type(value = WorldEvent.PriceMoved.class, name = "PriceMoved"),
    @JsonSubTypes.Type(value = WorldEvent.CashMoved.class, name = "CashMoved"),
    @JsonSubTypes.Type(value = WorldEvent.OrderScripted.class, name = "OrderScripted"),
    @JsonSubTypes.Type(value = WorldEvent.ScriptUsed.class, name = "ScriptUsed"),
    @JsonSubTypes.Type(value = WorldEvent.ForeignOrderEntered.class, name = "ForeignOrderEntered"),
    @JsonSubTypes.Type(value = WorldEvent.ForeignOrderEnded.class, name = "ForeignOrderEnded"),
    @JsonSubTypes.Type(value = WorldEvent.LifeEventSet.class, name = "LifeEventSet"),
    @JsonSubTypes.Type(value = WorldEvent.UnreconciledSet.class, name = "UnreconciledSet"),
    @JsonSubTypes.Type(value = WorldEvent.QuantityMisreported.class, name = "QuantityMisreported"),
    @JsonSubTypes.Type(value = WorldEvent.RestrictionSet.class, name = "RestrictionSet"),
    @JsonSubTypes.Type(value = WorldEvent.RestrictionLifted.class, name = "RestrictionLifted"),
    @JsonSubTypes.Type(value = WorldEvent.AccountStatusSet.class, name = "AccountStatusSet")
})
sealed interface WorldEvent {

    /** An execution; a sale without lots relieves the oldest first. The same execution id counts once. */
    record Filled(
            String execution,
            String account,
            Side side,
            String symbol,
            BigDecimal quantity,
            BigDecimal price,
            LocalDate tradeDate,
            LocalDate settlementDate,
            List<LotTaken> lots)
            implements WorldEvent {

        public Filled {
            lots = List.copyOf(lots);
        }
    }

    /** How much of one lot a sale relieves. */
    record LotTaken(String lot, BigDecimal quantity) {}

    record PriceMoved(String symbol, BigDecimal price) implements WorldEvent {}

    /** A deposit, or with a negative amount a withdrawal, settled at once. */
    record CashMoved(String account, BigDecimal amount) implements WorldEvent {}

    /**
     * The next orders of an account, of one symbol or any, behave like this. Value: the rejection code and text
     * ({@code DO Security not tradable}), or the part that fills, as a fraction.
     */
    record OrderScripted(String account, @Nullable String symbol, OrderBehaviour behaviour, String value, int times)
            implements WorldEvent {}

    /** A scripted behaviour was shown once, so that a restart does not repeat it. */
    record ScriptUsed(String account, String symbol, OrderBehaviour behaviour) implements WorldEvent {}

    enum OrderBehaviour {
        REJECT,
        PARTIAL_FILL
    }

    record ForeignOrderEntered(String account, Side side, String symbol, BigDecimal quantity, LocalDate entered)
            implements WorldEvent {}

    record ForeignOrderEnded(String account, String symbol) implements WorldEvent {}

    record LifeEventSet(String household, @Nullable String description) implements WorldEvent {}

    record UnreconciledSet(String household, @Nullable String description) implements WorldEvent {}

    /** The source reports a position of its lots plus this difference. */
    record QuantityMisreported(String account, String symbol, BigDecimal difference) implements WorldEvent {}

    /** No account means every account of the household, no symbol every security; kind no_sell, no_buy or locked. */
    record RestrictionSet(
            String household,
            @Nullable String account,
            @Nullable String symbol,
            String kind,
            String reason) implements WorldEvent {}

    record RestrictionLifted(
            String household,
            @Nullable String account,
            @Nullable String symbol,
            String kind) implements WorldEvent {}

    record AccountStatusSet(String account, String status) implements WorldEvent {}
}
