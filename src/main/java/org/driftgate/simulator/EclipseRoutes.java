package org.driftgate.simulator;

/** Eclipse's v1 and v2 paths. A portfolio has the id of its household in Orion (assumed). */
final class EclipseRoutes {

    private static final String V1 = "/orion/eclipse/v1";
    private static final String V2 = "/orion/eclipse/api/v2";

    private final World world;
    private final OrionPages pages;
    private final EclipseMarket market;
    private final EclipseLots lots;
    private final EclipseTrades trades;

    EclipseRoutes(World world, Faults faults) {
        this.world = world;
        this.pages = new OrionPages(faults);
        this.market = new EclipseMarket(world);
        this.lots = new EclipseLots(world);
        this.trades = new EclipseTrades(world, market);
    }

    void addTo(Routes routes) {
        routes.on(
                        "GET",
                        V2 + "/Portfolio/Portfolios",
                        (request, none) -> Response.json(world.households().stream()
                                .map(household -> EclipseTolerance.summary(new Portfolio(world, household)))
                                .toList()))
                .on("GET", V1 + "/security/securities", (request, none) -> Response.json(market.securities()))
                .on("GET", V1 + "/modeling/models", (request, none) -> Response.json(market.models()))
                .on(
                        "GET",
                        V1 + "/modeling/models/{id}",
                        (request, id) -> Response.json(market.model(number(id.get(0)))))
                .on(
                        "GET",
                        V2 + "/Tactical/TaxLots/{portfolioId}",
                        (request, id) -> pages.page(request, lots.of(household(id.get(0)))))
                .on(
                        "GET",
                        V1 + "/portfolio/portfolios/{id}/modelTolerance/{accountId}",
                        (request, id) ->
                                Response.json(EclipseTolerance.rows(new Portfolio(world, household(id.get(0))))))
                .on(
                        "POST",
                        V1 + "/tradetool/rebalancer/action/generatetrade",
                        (request, none) -> trades.generate(request))
                .on("GET", V1 + "/tradeorder/instances/{id}/trades", (request, id) -> trades.trades(number(id.get(0))));
    }

    private HouseholdState household(String portfolioId) {
        return world.householdNumbered(number(portfolioId));
    }

    private static int number(String id) {
        return Integer.parseInt(id);
    }
}
