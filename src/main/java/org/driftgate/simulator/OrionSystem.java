package org.driftgate.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Orion Advisor's core API, and Eclipse behind the same log-in. */
@Simulated
class OrionSystem implements SimulatedSystem {

    static final String NAME = "orion";
    private static final String CORE = "/orion/api/v1";

    private final World world;
    private final OrionTokens tokens;
    private final OrionPages pages;
    private final OrionHouseholds households;
    private final OrionAccounts accounts;
    private final OrionTransactions transactions;
    private final Routes logins = new Routes();
    private final Routes routes = new Routes();

    OrionSystem(World world, Faults faults) {
        this.world = world;
        this.tokens = new OrionTokens(world.time());
        this.pages = new OrionPages(faults);
        this.households = new OrionHouseholds(world);
        this.accounts = new OrionAccounts(world);
        this.transactions = new OrionTransactions(world);
        logins.on("GET", CORE + "/Security/Token", (request, none) -> tokens.login(request))
                .on("GET", "/orion/eclipse/v1/admin/token", (request, none) -> tokens.loginToEclipse(request));
        addFirmRoutes();
        addClientRoutes();
        new EclipseRoutes(world, faults).addTo(routes);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> basePaths() {
        return List.of("/orion");
    }

    @Override
    public Response handle(Request request) {
        Response login = logins.handle(request);
        if (login.status() != 404) return login;
        return tokens.isValid(request) ? routes.handle(request) : Response.message(401, "UNAUTHORIZED");
    }

    private void addFirmRoutes() {
        routes.on(
                        "GET",
                        CORE + "/Authorization/User",
                        (request, none) -> Response.json(Map.of("loginUserId", OrionTokens.USER)))
                .on(
                        "GET",
                        CORE + "/Portfolio/Clients/Simple",
                        (request, none) -> pages.page(request, rows(world.households(), households::simple)))
                .on(
                        "GET",
                        CORE + "/Portfolio/Clients",
                        (request, none) -> pages.page(request, rows(world.households(), households::full)))
                .on(
                        "GET",
                        CORE + "/Portfolio/Registrations",
                        (request, none) -> pages.page(request, accounts.registrations(world.accounts())))
                .on(
                        "GET",
                        CORE + "/Portfolio/Accounts/Simple",
                        (request, none) -> pages.page(request, rows(accountsOf(request), accounts::simple)))
                .on(
                        "GET",
                        CORE + "/Portfolio/Accounts",
                        (request, none) -> pages.page(request, rows(world.accounts(), accounts::full)))
                .on(
                        "GET",
                        CORE + "/Portfolio/Assets",
                        (request, none) -> pages.page(request, accounts.assets(accountsOf(request))))
                .on(
                        "GET",
                        CORE + "/Portfolio/Transactions",
                        (request, none) -> pages.page(
                                request, transactions.transactions(householdsOf(request), startDate(request))))
                .on(
                        "GET",
                        CORE + "/Trading/Orders",
                        (request, none) -> pages.page(request, transactions.openOrders(householdsOf(request))));
    }

    private void addClientRoutes() {
        routes.on(
                        "GET",
                        CORE + "/Portfolio/Clients/{id}",
                        (request, id) -> Response.json(households.full(household(id.get(0)))))
                .on(
                        "GET",
                        CORE + "/Portfolio/Clients/{id}/Registrations",
                        (request, id) -> pages.page(request, accounts.registrations(accountsOf(id.get(0)))))
                .on(
                        "GET",
                        CORE + "/Portfolio/Clients/{id}/Accounts",
                        (request, id) -> pages.page(request, rows(accountsOf(id.get(0)), accounts::full)));
    }

    private static LocalDate startDate(Request request) {
        return LocalDate.parse(request.query("startDate", "1900-01-01"));
    }

    private List<AccountState> accountsOf(Request request) {
        String client = request.query("clientId", "");
        return client.isEmpty() ? world.accounts() : accountsOf(client);
    }

    private List<AccountState> accountsOf(String client) {
        return world.accountsOf(household(client).row().household());
    }

    private List<HouseholdState> householdsOf(Request request) {
        String client = request.query("clientId", "");
        return client.isEmpty() ? world.households() : List.of(household(client));
    }

    private HouseholdState household(String client) {
        return world.householdNumbered(Integer.parseInt(client));
    }

    private static <T> List<Map<String, Object>> rows(List<T> states, Function<T, Map<String, Object>> toRow) {
        return states.stream().map(toRow).toList();
    }
}
