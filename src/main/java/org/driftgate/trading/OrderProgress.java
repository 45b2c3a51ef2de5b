package org.driftgate.trading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftgate.proposal.LotSale;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.trading.OrderFact.AnswerKind;
import org.driftgate.trading.OrderFact.Answered;
import org.driftgate.trading.OrderFact.Claimed;
import org.driftgate.trading.OrderFact.Executed;
import org.driftgate.trading.OrderFact.Relieved;
import org.driftgate.trading.OrderFact.Reported;
import org.jspecify.annotations.Nullable;

/**
 * What the facts of one order amount to. A pure function of the set of facts: their order and repetitions do not matter.
 * The latest attempt decides the state; executions of every attempt count.
 */
final class OrderProgress {

    private final Set<OrderFact> facts;
    private final Map<String, OrderReport.Execution> executions = new LinkedHashMap<>();

    OrderProgress(Collection<? extends OrderFact> facts) {
        this.facts = new LinkedHashSet<>(facts);
        this.facts.forEach(fact -> {
            if (fact instanceof Executed executed)
                executions.put(executed.execution().id(), executed.execution());
        });
    }

    int attempts() {
        return facts.stream().mapToInt(OrderFact::attempt).max().orElse(0);
    }

    Optional<Claimed> latestClaim() {
        return latest(Claimed.class).findFirst();
    }

    List<Claimed> claims() {
        return facts.stream()
                .filter(Claimed.class::isInstance)
                .map(Claimed.class::cast)
                .toList();
    }

    boolean knows(OrderFact fact) {
        return facts.contains(fact);
    }

    Quantity filledBy(int attempt) {
        return sum(of(attempt, Executed.class).map(Executed::execution));
    }

    Orders.State state() {
        if (latestClaim().isEmpty()) return Orders.State.PLANNED;
        if (isFilled()) return Orders.State.FILLED;
        if (reported(OrderReport.State.REJECTED)) return Orders.State.REJECTED;
        if (reported(OrderReport.State.CANCELLED)) return Orders.State.CANCELLED;
        if (reported(OrderReport.State.EXPIRED)) return Orders.State.EXPIRED;
        if (!filledByLatest().isZero()) return Orders.State.PARTIALLY_FILLED;
        if (wasTaken()) return Orders.State.ACKNOWLEDGED;
        return unplacedState();
    }

    private Orders.State unplacedState() {
        if (answered(AnswerKind.REJECTED)) return Orders.State.REJECTED;
        if (answered(AnswerKind.NOT_PLACED)) return Orders.State.PLANNED;
        return answered(AnswerKind.UNKNOWN) ? Orders.State.UNKNOWN : Orders.State.CLAIMED;
    }

    private boolean wasTaken() {
        return answered(AnswerKind.ACKNOWLEDGED)
                || latest(Reported.class).findAny().isPresent();
    }

    private boolean isFilled() {
        return latestClaim()
                .filter(claim -> filledByLatest().compareTo(claim.quantity()) >= 0)
                .isPresent();
    }

    Quantity filled() {
        return sum(executions.values().stream());
    }

    /** What the custodian says of the lots, by execution; an execution of which it says nothing is missing. */
    Map<String, List<LotSale>> relieved() {
        return facts.stream()
                .filter(Relieved.class::isInstance)
                .map(Relieved.class::cast)
                .collect(Collectors.groupingBy(
                        Relieved::execution, TreeMap::new, Collectors.mapping(Relieved::lot, Collectors.toList())));
    }

    private Quantity filledByLatest() {
        return filledBy(attempts());
    }

    /** Dollars paid or received for everything filled, not rounded. */
    BigDecimal amount() {
        return executions.values().stream()
                .map(one -> one.quantity().shares().multiply(one.price().dollars()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Optional<Price> lowestPrice() {
        return prices().min(Comparator.naturalOrder());
    }

    Optional<Price> highestPrice() {
        return prices().max(Comparator.naturalOrder());
    }

    /** Weighted by quantity, six digits half-even. */
    Optional<Price> averagePrice() {
        if (filled().isZero()) return Optional.empty();
        return Optional.of(new Price(amount().divide(filled().shares(), 6, RoundingMode.HALF_EVEN)));
    }

    Optional<String> reference() {
        return reference(attempts());
    }

    /** The custodian's own number of the order that this attempt made. */
    Optional<String> reference(int attempt) {
        return Stream.concat(
                        of(attempt, Answered.class).map(Answered::reference),
                        of(attempt, Reported.class).map(Reported::reference))
                .filter(reference -> reference != null && !reference.isBlank())
                .min(Comparator.naturalOrder());
    }

    /** Code and message: of the rejection where there is one, else whatever the custodian said of the order. */
    Optional<Refusal> refusal() {
        return Stream.concat(
                        latest(Answered.class)
                                .filter(said -> said.kind() != AnswerKind.ACKNOWLEDGED)
                                .map(said -> new Refusal(said.code(), said.message())),
                        latest(Reported.class).map(said -> new Refusal(said.code(), said.message())))
                .filter(Refusal::saysSomething)
                .min(Comparator.comparing(Refusal::hasNoCode).thenComparing(Refusal::toString));
    }

    List<OrderReport.Execution> executions() {
        return List.copyOf(executions.values());
    }

    private boolean answered(AnswerKind kind) {
        return latest(Answered.class).anyMatch(answer -> answer.kind() == kind);
    }

    /** The custodian calls it done, whatever shares it reported. */
    boolean isReportedFilled() {
        return reported(OrderReport.State.FILLED);
    }

    private boolean reported(OrderReport.State state) {
        return latest(Reported.class).anyMatch(report -> report.state() == state);
    }

    private <F extends OrderFact> Stream<F> latest(Class<F> kind) {
        return of(attempts(), kind);
    }

    private <F extends OrderFact> Stream<F> of(int attempt, Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).filter(fact -> fact.attempt() == attempt);
    }

    private Stream<Price> prices() {
        return executions.values().stream().map(OrderReport.Execution::price);
    }

    private static Quantity sum(Stream<OrderReport.Execution> executions) {
        return executions.map(OrderReport.Execution::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }

    record Refusal(@Nullable String code, @Nullable String message) {

        boolean saysSomething() {
            return code != null || message != null;
        }

        boolean hasNoCode() {
            return code == null;
        }
    }
}
