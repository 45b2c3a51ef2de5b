package org.driftgate.adapter.orion;

import static org.driftgate.adapter.orion.Gap.orZero;
import static org.driftgate.adapter.orion.Gap.required;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.driftgate.household.Account;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.Lot;
import org.driftgate.household.Position;
import org.driftgate.household.Registration;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.TaxUnitId;

/** Orion's accounts with registration, assets and lots in our words. The account id is the custodian's number. */
final class AccountMapping {

    private record Holding(String account, String symbol) {}

    private final Map<Long, Wire.Registration> registrations;
    private final Map<Long, List<Wire.Asset>> assets;
    private final Map<Holding, List<Lot>> lots = new HashMap<>();

    AccountMapping(Collected collected) {
        this.registrations = collected.registrations.stream()
                .collect(Collectors.toMap(Wire.Registration::id, row -> row, (a, b) -> a));
        this.assets = collected.assets.stream().collect(Collectors.groupingBy(Wire.Asset::accountId));
        collected.lots.values().forEach(rows -> rows.forEach(this::keep));
    }

    Account account(Wire.Account row) {
        String number = required(row.number(), "number of account " + row.id());
        Wire.Registration registration =
                required(registrations.get(row.registrationId()), "registration of account " + number);
        UserFields title = new UserFields("registration " + registration.id(), registration.userDefinedFields());
        UserFields own = new UserFields("account " + number, row.userDefinedFields());
        List<Wire.Asset> held = assets.getOrDefault(row.id(), List.of());
        return new Account(
                new AccountId(number),
                new TaxUnitId(title.text("TaxUnit")),
                title.text("Owner"),
                registration.dob() == null ? null : Gap.date(registration.dob(), "birth date of account " + number),
                kind(required(registration.typeCode(), "registration type of account " + number)),
                required(row.custodian(), "custodian of account " + number),
                status(required(row.accountStatusDescription(), "status of account " + number)),
                row.isDiscretionary(),
                !row.isManaged(),
                cash(held),
                Money.usd(money(own.text("SettledCash"), "settled cash of account " + number)),
                positions(number, held));
    }

    private void keep(Wire.TaxLot row) {
        String id = required(row.taxLotId(), "id of a tax lot");
        String account = required(row.accountNumber(), "account of tax lot " + id);
        String symbol = required(row.symbol(), "symbol of tax lot " + id);
        Lot lot = new Lot(
                new LotId(id),
                new Symbol(symbol),
                quantity(required(row.quantity(), "quantity of tax lot " + id), "tax lot " + id),
                price(required(row.costPerShare(), "cost of tax lot " + id), "tax lot " + id),
                Gap.date(row.dateAcquired(), "purchase date of tax lot " + id));
        lots.computeIfAbsent(new Holding(account, symbol), none -> new ArrayList<>())
                .add(lot);
    }

    private List<Position> positions(String account, List<Wire.Asset> held) {
        List<Position> positions = new ArrayList<>();
        for (Wire.Asset asset : held) {
            if (asset.isCustodialCash() || orZero(asset.currentShares()).signum() == 0) continue;
            String symbol = required(asset.ticker(), "ticker of asset " + asset.id());
            positions.add(new Position(
                    new Symbol(symbol),
                    quantity(orZero(asset.currentShares()), "position %s of account %s".formatted(symbol, account)),
                    lots.getOrDefault(new Holding(account, symbol), List.of())));
        }
        return positions;
    }

    private static Money cash(List<Wire.Asset> held) {
        return held.stream()
                .filter(Wire.Asset::isCustodialCash)
                .map(asset -> Money.usd(orZero(asset.currentShares())))
                .reduce(Money.ZERO, Money::plus);
    }

    private static Quantity quantity(BigDecimal value, String what) {
        if (value.signum() < 0) throw new Gap("quantity of %s is negative: %s".formatted(what, value));
        return new Quantity(value);
    }

    private static Price price(BigDecimal value, String what) {
        if (value.signum() < 0) throw new Gap("cost of %s is negative: %s".formatted(what, value));
        return new Price(value);
    }

    private static BigDecimal money(String value, String what) {
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw new Gap("%s is not a number: '%s'".formatted(what, value));
        }
    }

    private static Registration kind(String typeCode) {
        return switch (typeCode.toLowerCase(Locale.ROOT)) {
            case "taxable" -> Registration.TAXABLE;
            case "trust" -> Registration.TRUST;
            case "ira" -> Registration.IRA;
            case "roth" -> Registration.ROTH;
            case "401k" -> Registration.WORKPLACE_PLAN;
            default -> throw new Gap("registration type '%s' is unknown".formatted(typeCode));
        };
    }

    private static AccountStatus status(String description) {
        try {
            return AccountStatus.valueOf(description.toUpperCase(Locale.ROOT).replace(' ', '_'));
        } catch (IllegalArgumentException e) {
            throw new Gap("account status '%s' is unknown".formatted(description));
        }
    }
}
