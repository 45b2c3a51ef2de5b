package org.driftgate.trading;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.driftgate.proposal.LotSale;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Quantity;

/**
 * The lots that a custodian says a sale relieved, against those that the order named. Executions of which it says nothing
 * are not judged: then the lots that it does name only have to be among those instructed.
 */
record RelievedLots(Order order) {

    static final Comparator<LotId> BY_LOT = Comparator.comparing(LotId::value);

    Optional<Break> difference() {
        Map<String, List<LotSale>> told = order.progress().relieved();
        if (told.isEmpty()) return Optional.empty();
        Map<LotId, Quantity> relieved =
                summed(told.values().stream().flatMap(Collection::stream).toList());
        Map<LotId, Quantity> instructed = instructed();
        boolean toldOfAll = told.keySet().containsAll(executions());
        boolean fits = isCovered(told) && (toldOfAll ? relieved.equals(instructed) : isPart(relieved, instructed));
        return fits ? Optional.empty() : Optional.of(difference(instructed, relieved));
    }

    /** Of what was filled so far, in the order in which the lots were named. */
    Map<LotId, Quantity> instructed() {
        return summed(Ticket.part(
                order.intent().lots(), Quantity.ZERO, order.progress().filled()));
    }

    private List<String> executions() {
        return order.progress().executions().stream()
                .map(OrderReport.Execution::id)
                .toList();
    }

    /** The lots of each execution add up to its shares. */
    private boolean isCovered(Map<String, List<LotSale>> told) {
        return order.progress().executions().stream()
                .filter(execution -> told.containsKey(execution.id()))
                .allMatch(execution -> told.getOrDefault(execution.id(), List.of()).stream()
                        .map(LotSale::quantity)
                        .reduce(Quantity.ZERO, Quantity::plus)
                        .equals(execution.quantity()));
    }

    private static boolean isPart(Map<LotId, Quantity> part, Map<LotId, Quantity> whole) {
        return part.entrySet().stream()
                .allMatch(lot -> lot.getValue().compareTo(whole.getOrDefault(lot.getKey(), Quantity.ZERO)) <= 0);
    }

    private Break difference(Map<LotId, Quantity> instructed, Map<LotId, Quantity> relieved) {
        Order.Intent intent = order.intent();
        return new Break(
                Break.Kind.LOTS,
                intent.line(),
                "%s %s in account %s: instructed were %s; the custodian relieved %s."
                        .formatted(
                                intent.side(), intent.symbol(), intent.account(), words(instructed), words(relieved)));
    }

    static String words(Map<LotId, Quantity> lots) {
        if (lots.isEmpty()) return "no lots";
        return lots.entrySet().stream()
                .map(lot -> "%s of lot %s".formatted(lot.getValue(), lot.getKey()))
                .collect(Collectors.joining(", "));
    }

    static Map<LotId, Quantity> summed(List<LotSale> lots) {
        return lots.stream()
                .collect(
                        Collectors.toMap(LotSale::lot, LotSale::quantity, Quantity::plus, () -> new TreeMap<>(BY_LOT)));
    }
}
