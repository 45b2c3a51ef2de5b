package org.driftgate.adapter.orion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.driftgate.shared.HouseholdId;
import org.springframework.stereotype.Component;

/** Our household ids and Orion's. Ours is the client's import key, or Orion's own number where a client has none. */
@Component
class OrionPortfolios {

    static final String SIMPLE = "/Portfolio/Clients/Simple?isActive=true";

    private final OrionLists lists;
    private final Map<HouseholdId, Long> known = new ConcurrentHashMap<>();

    OrionPortfolios(OrionLists lists) {
        this.lists = lists;
    }

    static HouseholdId idOf(Wire.Client client) {
        String key = client.importKey();
        return new HouseholdId(key == null || key.isBlank() ? Long.toString(client.id()) : key);
    }

    /** Every active client, briefly. */
    List<Wire.Client> refresh(Collected collected) {
        List<Wire.Client> clients = lists.all(SIMPLE, Wire.Client.class, collected);
        clients.forEach(client -> known.put(idOf(client), client.id()));
        return clients;
    }

    /** Empty when Orion has no such client. An Eclipse portfolio has the id of its client (assumed). */
    Optional<Long> portfolioOf(HouseholdId household) {
        if (!known.containsKey(household)) refresh(new Collected());
        return Optional.ofNullable(known.get(household));
    }
}
