package org.driftgate.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.driftgate.adapter.book.AccountRow;
import org.driftgate.adapter.book.HouseholdRow;
import org.driftgate.adapter.book.SecurityRow;
import org.driftgate.simulator.AccountState.PositionState;

/** Registrations, accounts and assets as Orion's DTOs. The account's number is the custodian's, its name the book's. */
final class OrionAccounts {

    private static final int REGISTRATION_BASE = 500_000;
    private static final int ASSETS_OF_AN_ACCOUNT = 1000;

    private final World world;
    private final Map<String, SecurityRow> securities;
    private final Map<String, HouseholdRow> households;
    private final Map<String, Integer> clientIds;
    private final Map<List<String>, Integer> registrationIds = new LinkedHashMap<>();

    OrionAccounts(World world) {
        this.world = world;
        this.securities = world.book().securities().stream().collect(Collectors.toMap(SecurityRow::symbol, row -> row));
        this.households =
                world.book().households().stream().collect(Collectors.toMap(HouseholdRow::household, row -> row));
        this.clientIds = world.households().stream()
                .collect(Collectors.toMap(household -> household.row().household(), HouseholdState::id));
        for (AccountState account : world.accounts())
            registrationIds.putIfAbsent(title(account.row()), REGISTRATION_BASE + account.id());
    }

    /** One registration for all accounts with the same title: owner, tax unit and kind. */
    List<Map<String, Object>> registrations(List<AccountState> accounts) {
        Map<Object, Map<String, Object>> byId = new LinkedHashMap<>();
        for (AccountState account : accounts)
            byId.putIfAbsent(registrationIds.get(title(account.row())), registration(account.row()));
        return List.copyOf(byId.values());
    }

    Map<String, Object> simple(AccountState account) {
        return Fields.with("id", account.id())
                .and("name", account.row().account())
                .and("number", account.number())
                .and("value", cents(account.value(world.prices())))
                .and("cashValue", cents(account.cash()))
                .and("isActive", true)
                .and("clientId", clientIds.get(account.household()))
                .and("custodian", account.row().custodian())
                .map();
    }

    Map<String, Object> full(AccountState account) {
        AccountRow row = account.row();
        HouseholdRow household = households.get(account.household());
        return Fields.with("id", account.id())
                .and("name", row.account())
                .and("number", account.number())
                .and("isActive", true)
                .and("custodian", row.custodian())
                .and("accountType", row.registration())
                .and("modelName", household == null ? null : household.model())
                .and("currentValue", cents(account.value(world.prices())))
                .and("isManaged", !row.heldAway())
                .and("isTradingBlocked", !account.isActive())
                .and("isQualified", !isTaxable(row))
                .and("isDiscretionary", row.discretionary())
                .and("registrationId", registrationIds.get(title(row)))
                .and("clientId", clientIds.get(row.household()))
                .and("accountStatusDescription", account.status().toUpperCase(Locale.ROOT))
                .and("outsideId", row.account())
                .and(
                        "userDefinedFields",
                        Fields.with("SettledCash", account.settledCash()).asUserDefined())
                .map();
    }

    /** One row for the cash, also when there is none, and one for each security. */
    List<Map<String, Object>> assets(List<AccountState> accounts) {
        Map<String, BigDecimal> prices = world.prices();
        LocalDate asOf = world.pricedAt().atZone(world.time().zone()).toLocalDate();
        List<Map<String, Object>> assets = new ArrayList<>();
        for (AccountState account : accounts) {
            int number = account.id() * ASSETS_OF_AN_ACCOUNT;
            assets.add(cash(account, number, asOf));
            for (PositionState position : account.positions())
                assets.add(position(
                        account, ++number, position, prices.getOrDefault(position.symbol(), BigDecimal.ZERO), asOf));
        }
        return assets;
    }

    private Map<String, Object> cash(AccountState account, int id, LocalDate asOf) {
        return asset(account, id, asOf)
                .and("name", "Custodial cash")
                .and("ticker", "CASH")
                .and("productType", "None")
                .and("assetClass", "Cash")
                .and("currentShares", account.cash())
                .and("currentPrice", BigDecimal.ONE)
                .and("currentValue", cents(account.cash()))
                .and("isCustodialCash", true)
                .map();
    }

    private Map<String, Object> position(
            AccountState account, int id, PositionState position, BigDecimal price, LocalDate asOf) {
        SecurityRow security = Objects.requireNonNull(securities.get(position.symbol()));
        return asset(account, id, asOf)
                .and("name", security.name())
                .and("ticker", position.symbol())
                .and("productType", security.kind().equals("mutual_fund") ? "MutualFund" : "StockOrETF")
                .and("assetClass", security.assetClass())
                .and("currentShares", position.quantity())
                .and("currentPrice", price)
                .and("currentValue", cents(position.quantity().multiply(price)))
                .and("costBasis", cents(position.cost()))
                .and("isCustodialCash", false)
                .map();
    }

    private Fields asset(AccountState account, int id, LocalDate asOf) {
        return Fields.with("id", id)
                .and("accountId", account.id())
                .and("registrationId", registrationIds.get(title(account.row())))
                .and("clientId", clientIds.get(account.household()))
                .and("accountNumber", account.number())
                .and("isManaged", !account.row().heldAway())
                .and("isActive", true)
                .and("custodian", account.row().custodian())
                .and("asOfDate", asOf + "T00:00:00");
    }

    private Map<String, Object> registration(AccountRow row) {
        LocalDate born = row.ownerBirthDate();
        return Fields.with("id", registrationIds.get(title(row)))
                .and("name", row.owner() + " " + row.registration())
                .and("isActive", true)
                .and("typeCode", row.registration())
                .and("accountType", row.registration())
                .and("dob", born == null ? null : born + "T00:00:00")
                .and("clientId", clientIds.get(row.household()))
                .and(
                        "userDefinedFields",
                        Fields.with("TaxUnit", row.taxUnit())
                                .and("Owner", row.owner())
                                .asUserDefined())
                .map();
    }

    private static List<String> title(AccountRow row) {
        return List.of(
                row.household(), row.taxUnit(), row.owner(), row.registration(), String.valueOf(row.ownerBirthDate()));
    }

    static boolean isTaxable(AccountRow row) {
        return row.registration().equals("taxable") || row.registration().equals("trust");
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN);
    }
}
