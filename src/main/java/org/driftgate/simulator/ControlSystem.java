package org.driftgate.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.driftgate.simulator.WorldEvent.PriceMoved;

/** The switches of the simulators themselves: faults, market moves, other events; and what nobody but they can know. */
@Simulated
class ControlSystem implements SimulatedSystem {

    static final String NAME = "simulator";

    private final World world;
    private final Faults faults;
    private final Routes routes = new Routes();

    ControlSystem(World world, SchwabMarket custodian, Faults faults) {
        this.world = world;
        this.faults = faults;
        routes.on("GET", "/simulator/faults", (request, none) -> Response.json(faults.waiting()))
                .on("POST", "/simulator/faults", (request, none) -> addFault(request.json(JsonNode.class)))
                .on("DELETE", "/simulator/faults", (request, none) -> clearFaults())
                .on("GET", "/simulator/market", (request, none) -> Response.json(market()))
                .on("POST", "/simulator/market", (request, none) -> movePrice(request.json(JsonNode.class)))
                .on("POST", "/simulator/events", (request, none) -> happen(request.json(WorldEvent.class)))
                .on("GET", "/simulator/orders", (request, none) -> Response.json(custodian.entered()))
                .on("GET", "/simulator/accounts/{number}", (request, number) -> account(number.get(0)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> basePaths() {
        return List.of("/simulator");
    }

    @Override
    public Response handle(Request request) {
        return routes.handle(request);
    }

    private Response addFault(JsonNode json) {
        faults.add(new Fault(
                json.path("system").asText(),
                json.path("path").asText(),
                FaultKind.valueOf(json.path("kind").asText()),
                json.path("value").asText(),
                json.path("times").asInt(1)));
        return Response.json(201, faults.waiting());
    }

    private Response clearFaults() {
        faults.clear();
        return Response.empty(204);
    }

    private Response movePrice(JsonNode json) {
        return happen(new PriceMoved(
                json.path("symbol").asText(), new BigDecimal(json.path("price").asText())));
    }

    private Response happen(WorldEvent event) {
        world.happen(event);
        return Response.json(201, Map.of("happened", event));
    }

    private Response account(String number) {
        return world.account(number).map(Response::json).orElseGet(() -> Response.message(404, "No account " + number));
    }

    private Map<String, Object> market() {
        return Map.of("pricedAt", world.pricedAt(), "open", world.time().isMarketOpen(), "prices", world.prices());
    }
}
