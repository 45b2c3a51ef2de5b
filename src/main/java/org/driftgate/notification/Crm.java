package org.driftgate.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.HouseholdId;

/**
 * The client record. Every entry carries a marker that makes it findable, because CRMs offer no idempotency: after a write
 * whose answer was lost the entry is looked for before it is written again.
 */
public interface Crm {

    String name();

    /** The CRM's id of an entry that an earlier attempt wrote to the household's record. */
    Optional<String> find(Client client, Entry entry);

    /** Writes to the household's record; returns the CRM's id of the entry. */
    String write(Client client, Entry entry);

    void checkConnection();

    /** What a CRM can find a household by. */
    record Client(HouseholdId household, String name, List<AccountId> accounts) {

        public Client {
            accounts = List.copyOf(accounts);
        }
    }

    /** Something to be kept in a client's record. */
    sealed interface Entry {

        String marker();
    }

    record Note(String marker, String body) implements Entry {}

    record Activity(String marker, String subject, String description, Instant when) implements Entry {}
}
