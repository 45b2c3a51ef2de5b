package org.driftgate.adapter.redtail;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.driftgate.notification.Crm.Client;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.SystemFault;

/**
 * Finds the contact of a household: named in the settings, or the one contact that Redtail knows by the first account number
 * of the household that it knows. Assumed: Orion's daily feed keeps account numbers in Redtail up to date.
 */
final class RedtailContacts {

    private final RedtailApi api;
    private final Map<String, Long> named;
    private final Map<HouseholdId, Long> found = new ConcurrentHashMap<>();

    RedtailContacts(RedtailApi api, Map<String, Long> named) {
        this.api = api;
        this.named = Map.copyOf(named);
    }

    long contact(Client client) {
        Long configured = named.get(client.household().value());
        if (configured != null) return configured;
        Long known = found.get(client.household());
        if (known != null) return known;
        long contact = search(client);
        found.put(client.household(), contact);
        return contact;
    }

    private long search(Client client) {
        return client.accounts().stream()
                .map(account -> search(client, account))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> unclear(client, "no contact holds one of its account numbers"));
    }

    private Optional<Long> search(Client client, AccountId account) {
        String number = URLEncoder.encode(account.value(), StandardCharsets.UTF_8);
        JsonNode contacts = api.get("find contact", "/contacts/search?account_number=" + number)
                .path("contacts");
        if (contacts.size() > 1) throw unclear(client, "several contacts hold the same account number");
        return contacts.isEmpty()
                ? Optional.empty()
                : Optional.of(contacts.get(0).path("id").asLong());
    }

    private static SystemFault unclear(Client client, String why) {
        return new SystemFault(
                RedtailApi.SYSTEM,
                "find contact",
                "%s (%s): %s; set driftgate.redtail.contacts.%s to its contact id, then retry the job"
                        .formatted(client.household(), client.name(), why, client.household()));
    }
}
