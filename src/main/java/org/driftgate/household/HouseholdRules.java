package org.driftgate.household;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.TaxUnitId;
import org.jspecify.annotations.Nullable;

/** Judges one household; what it finds quarantines that household alone. */
public final class HouseholdRules {

    private final Household household;
    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();

    private HouseholdRules(Household household, LocalDate today) {
        this.household = household;
        this.today = today;
    }

    /** In the order of the household's accounts. */
    public static List<Finding> findings(Household household, LocalDate today) {
        var rules = new HouseholdRules(household, today);
        rules.checkHousehold();
        household.taxUnits().forEach(rules::checkTaxUnit);
        household.accounts().forEach(rules::checkAccount);
        rules.checkReferences();
        return List.copyOf(rules.findings);
    }

    private void checkHousehold() {
        if (household.unreconciled() != null)
            add("UNRECONCILED", null, "household", "the source says: " + household.unreconciled());
        if (household.accounts().isEmpty()) add("NO_ACCOUNTS", null, "accounts", "the household has no account");
    }

    private void checkTaxUnit(TaxUnit unit) {
        for (BigDecimal rate : List.of(unit.longTermRate(), unit.shortTermRate()))
            if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0)
                add("TAX_RATE", null, "tax unit " + unit.id(), "a tax rate of %s is not a fraction".formatted(rate));
        if (unit.carryforwardShort().isPositive() || unit.carryforwardLong().isPositive())
            add("CARRYFORWARD", null, "tax unit " + unit.id(), "a loss carried forward is reported as a gain");
    }

    private void checkAccount(Account account) {
        if (account.cash().isNegative())
            add("NEGATIVE_CASH", account.id(), "cash", "cash of %s is negative".formatted(account.cash()));
        Set<TaxUnitId> known = household.taxUnits().stream().map(TaxUnit::id).collect(Collectors.toSet());
        if (!known.contains(account.taxUnit()))
            add(
                    "UNKNOWN_TAX_UNIT",
                    account.id(),
                    "tax unit",
                    "tax unit %s is not one of the household's".formatted(account.taxUnit()));
        if (account.owner().isBlank()) add("NO_OWNER", account.id(), "owner", "the account has no owner");
        if (!account.heldAway()) account.positions().forEach(position -> checkLots(account, position));
    }

    /** Lots of an account held away are not judged: nothing there is ever sold by us. */
    private void checkLots(Account account, Position position) {
        String field = "lots of " + position.symbol();
        if (!position.lotsAddUp())
            add(
                    "LOTS_DO_NOT_ADD_UP",
                    account.id(),
                    field,
                    "its lots add up to %s shares of %s, the position is %s shares"
                            .formatted(sum(position), position.symbol(), position.quantity()));
        for (Lot lot : position.lots()) checkLot(account, position, lot, field);
    }

    private void checkLot(Account account, Position position, Lot lot, String field) {
        if (!lot.symbol().equals(position.symbol()))
            add(
                    "LOT_OF_ANOTHER_SECURITY",
                    account.id(),
                    field,
                    "lot %s is of %s, not of %s".formatted(lot.id(), lot.symbol(), position.symbol()));
        if (lot.unitCost().isZero())
            add("NO_COST_BASIS", account.id(), field, "lot %s has no cost basis".formatted(lot.id()));
        if (lot.acquired().isAfter(today))
            add(
                    "ACQUIRED_IN_FUTURE",
                    account.id(),
                    field,
                    "lot %s was acquired on %s, after today, %s".formatted(lot.id(), lot.acquired(), today));
    }

    private void checkReferences() {
        Set<AccountId> own = household.accounts().stream().map(Account::id).collect(Collectors.toSet());
        referenced()
                .filter(account -> !own.contains(account))
                .distinct()
                .forEach(account -> add(
                        "UNKNOWN_ACCOUNT",
                        account,
                        "account",
                        "a cash need, restriction, trade or order names account %s, which is not one of the household's"
                                .formatted(account)));
    }

    private Stream<AccountId> referenced() {
        return Stream.of(
                        household.cashNeeds().stream().map(CashNeed::account),
                        household.restrictions().stream().flatMap(r -> Stream.ofNullable(r.account())),
                        household.recentTrades().stream().map(RecentTrade::account),
                        household.openOrders().stream().map(OpenOrder::account))
                .flatMap(accounts -> accounts);
    }

    private static Quantity sum(Position position) {
        return position.lots().stream().map(Lot::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }

    private void add(String rule, @Nullable AccountId account, String field, String sentence) {
        String where = account == null ? "Household " + household.id() : "Account " + account;
        findings.add(new Finding(
                rule, household.id(), account == null ? null : account.value(), field, where + ": " + sentence));
    }
}
