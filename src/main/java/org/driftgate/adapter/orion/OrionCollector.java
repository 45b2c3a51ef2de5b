package org.driftgate.adapter.orion;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftgate.shared.HouseholdId;
import org.springframework.stereotype.Component;

/** Asks Orion for everything about all households, or about a few. Lists come in bulk, lots one portfolio at a time. */
@Component
class OrionCollector {

    /** Up to so many households are asked for one by one, more with the firm's whole lists. */
    private static final int FEW = 10;

    private static final int TRANSACTION_DAYS = 61;

    private final OrionPortfolios portfolios;
    private final OrionLists lists;
    private final EclipseMarket market;
    private final EclipseLots lots;
    private final Clock clock;

    OrionCollector(OrionPortfolios portfolios, OrionLists lists, EclipseMarket market, EclipseLots lots, Clock clock) {
        this.portfolios = portfolios;
        this.lists = lists;
        this.market = market;
        this.lots = lots;
        this.clock = clock;
    }

    Collected collect(List<HouseholdId> households) {
        Collected collected = new Collected();
        List<Wire.Client> active = portfolios.refresh(collected);
        List<Wire.Client> wanted = wanted(active, households, collected);
        if (wanted.size() <= FEW && !households.isEmpty()) wanted.forEach(client -> collectOne(client.id(), collected));
        else collectAll(wanted, active, collected);
        market.collect(collected);
        lots.collect(collected);
        return collected;
    }

    private static List<Wire.Client> wanted(
            List<Wire.Client> active, List<HouseholdId> households, Collected collected) {
        if (households.isEmpty()) return active;
        Set<HouseholdId> missing = new HashSet<>(households);
        List<Wire.Client> found = active.stream()
                .filter(client -> missing.remove(OrionPortfolios.idOf(client)))
                .toList();
        missing.forEach(id -> collected.problems.add("Orion has no active household " + id));
        return found;
    }

    private void collectAll(List<Wire.Client> wanted, List<Wire.Client> active, Collected collected) {
        collected.clients.addAll(
                lists.all("/Portfolio/Clients?isActive=true&expand=UserDefinedFields", Wire.Client.class, collected));
        checkSameClients(active, collected);
        collected.registrations.addAll(
                lists.all("/Portfolio/Registrations?expand=UserDefinedFields", Wire.Registration.class, collected));
        collected.accounts.addAll(
                lists.all("/Portfolio/Accounts?isActive=true&expand=UserDefinedFields", Wire.Account.class, collected));
        collectBalances("", collected);
        keepOnly(wanted, collected);
    }

    private void collectOne(long id, Collected collected) {
        String client = "/Portfolio/Clients/" + id;
        collected.clients.add(lists.one(client + "?expand=UserDefinedFields", Wire.Client.class, collected));
        collected.registrations.addAll(
                lists.all(client + "/Registrations?expand=UserDefinedFields", Wire.Registration.class, collected));
        collected.accounts.addAll(
                lists.all(client + "/Accounts?expand=UserDefinedFields", Wire.Account.class, collected));
        collectBalances("&clientId=" + id, collected);
    }

    private void collectBalances(String filter, Collected collected) {
        LocalDate from = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(TRANSACTION_DAYS);
        collected.accountSummaries.addAll(
                lists.all("/Portfolio/Accounts/Simple?isActive=true" + filter, Wire.AccountSimple.class, collected));
        collected.assets.addAll(
                lists.all("/Portfolio/Assets?includeCostBasis=true" + filter, Wire.Asset.class, collected));
        collected.transactions.addAll(lists.all(
                "/Portfolio/Transactions?status=Complete&startDate=" + from + filter,
                Wire.Transaction.class,
                collected));
        collected.orders.addAll(lists.all("/Trading/Orders?status=open" + filter, Wire.Order.class, collected));
    }

    private static void checkSameClients(List<Wire.Client> active, Collected collected) {
        Set<Long> received = collected.clients.stream().map(Wire.Client::id).collect(Collectors.toSet());
        for (Wire.Client client : active)
            if (!received.contains(client.id()))
                collected.problems.add(
                        "household %s is missing in /Portfolio/Clients".formatted(OrionPortfolios.idOf(client)));
        if (received.size() < collected.clients.size())
            collected.problems.add("/Portfolio/Clients names a household twice");
    }

    private static void keepOnly(List<Wire.Client> wanted, Collected collected) {
        Set<Long> ids = wanted.stream().map(Wire.Client::id).collect(Collectors.toSet());
        collected.clients.removeIf(client -> !ids.contains(client.id()));
        collected.registrations.removeIf(registration -> !ids.contains(registration.clientId()));
        collected.accounts.removeIf(account -> !ids.contains(account.clientId()));
        collected.accountSummaries.removeIf(account -> !ids.contains(account.clientId()));
    }
}
