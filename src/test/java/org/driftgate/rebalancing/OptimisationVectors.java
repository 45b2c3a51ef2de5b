package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whole households with a proven optimum. */
final class OptimisationVectors {

    private OptimisationVectors() {}

    static void run(VectorCase vector, ObjectNode actual) {
        RebalancingRequest request = OptimisationRequest.of(vector);
        Rebalancing answer = Rebalancer.rebalance(request);
        boolean optimal = answer.status() != Rebalancing.Status.INFEASIBLE;
        actual.put("status", optimal ? "optimal" : "infeasible");
        if (!optimal) actual.put("reason", answer.reason());
        actual.put("objective", answer.objective());
        actual.put("minTax", answer.tax());
        actual.put("realizedGain", answer.realizedGain());
        actual.put("residualDriftDollars", answer.outsideBands());
        actual.put("householdValueAfterNeeds", answer.value());
        ObjectNode cash = actual.putObject("endCash");
        answer.endCash().forEach(cash::put);
        var trades = actual.putArray("exampleTrades");
        answer.trades()
                .forEach(trade -> trades.addObject()
                        .put("account", trade.account())
                        .put("side", trade.side().name())
                        .put("security", trade.symbol())
                        .put("shares", trade.quantity())
                        .put("value", trade.amount()));
        VectorProperties.check(vector, answer, actual);
    }
}
