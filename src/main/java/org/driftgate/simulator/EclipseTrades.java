package org.driftgate.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Eclipse's rebalancer: makes trade instances and lists their trades. Instances live until the restart. */
final class EclipseTrades {

    private record Instance(int id, HouseholdState household, List<ProposedTrade> trades) {}

    private final World world;
    private final EclipseMarket market;
    private final Map<Integer, Instance> instances = new ConcurrentHashMap<>();
    private final AtomicInteger lastInstance = new AtomicInteger(1000);

    EclipseTrades(World world, EclipseMarket market) {
        this.world = world;
        this.market = market;
    }

    Response generate(Request request) {
        JsonNode portfolioIds = request.json(JsonNode.class).path("portfolioIds");
        if (portfolioIds.size() != 1) return Response.message(422, "portfolioIds must name one portfolio");
        int id = portfolioIds.get(0).asInt();
        HouseholdState household = world.householdNumbered(id);
        RebalanceRule.Result result = RebalanceRule.apply(new Portfolio(world, household));
        boolean success = !result.trades().isEmpty();
        Integer instance = success ? keep(household, result.trades()) : null;
        Map<String, Object> answer = Fields.with("success", success)
                .and("message", success ? "Trades generated" : result.refusal())
                .and("portfolioId", id)
                .and("tradeInstanceId", instance)
                .map();
        return Response.json(Fields.with(
                        "portfolios",
                        List.of(Fields.with("id", id)
                                .and("response", answer)
                                .and("status", success ? "COMPLETED" : "FAILED")
                                .map()))
                .and("models", List.of())
                .and("instanceId", instance)
                .map());
    }

    Response trades(int instanceId) {
        Instance instance = instances.get(instanceId);
        if (instance == null) return Response.message(404, "Instance does not exist");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ProposedTrade trade : instance.trades()) rows.add(row(instance, rows.size() + 1, trade));
        return Response.json(rows);
    }

    private int keep(HouseholdState household, List<ProposedTrade> trades) {
        int id = lastInstance.incrementAndGet();
        instances.put(id, new Instance(id, household, trades));
        return id;
    }

    private Map<String, Object> row(Instance instance, int number, ProposedTrade trade) {
        AccountState account = trade.account();
        return Fields.with("id", instance.id() * 1000 + number)
                .and("isEnabled", 1)
                .and(
                        "account",
                        Fields.with("id", account.id())
                                .and("name", account.row().account())
                                .and("number", account.number())
                                .map())
                .and("action", trade.side().name())
                .and("orderQty", trade.quantity())
                .and("estimateAmmount", cents(trade.amount()))
                .and("price", trade.price())
                .and(
                        "security",
                        Fields.with("id", market.securityId(trade.symbol()))
                                .and("symbol", trade.symbol())
                                .map())
                .and(
                        "portfolio",
                        Fields.with("id", instance.household().id())
                                .and("name", instance.household().row().name())
                                .map())
                .and("custodian", account.row().custodian())
                .and("instanceId", instance.id())
                .and("orderStatus", Fields.with("id", 1).and("name", "Not Sent").map())
                .and(
                        "approvalStatus",
                        Fields.with("id", 2).and("name", "Not Approved").map())
                .and("shortTermGain", cents(trade.shortGain()))
                .and("longTermGain", cents(trade.longGain()))
                .and("totalGain", cents(trade.shortGain().add(trade.longGain())))
                .and("shortCodeMessages", List.of(trade.code()))
                .and("tradeReason", trade.sentence())
                .and("selectedLots", lots(trade))
                .map();
    }

    private static List<Map<String, Object>> lots(ProposedTrade trade) {
        return trade.lots().stream()
                .map(lot -> Fields.with("taxLotId", lot.lot())
                        .and("units", lot.quantity())
                        .map())
                .toList();
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }
}
