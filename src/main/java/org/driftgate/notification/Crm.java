package org.driftgate.notification;

import java.time.Instant;
import org.driftgate.shared.HouseholdId;

/**
 * The client record. Every write carries a marker that makes it findable, because CRMs offer no idempotency: an entry with
 * the same marker is returned instead of written again.
 */
public interface Crm {

    String name();

    /** Writes a note to the household's record; returns the CRM's id of it. */
    String note(HouseholdId household, String marker, String body);

    /** Writes an activity to the household's record; returns the CRM's id of it. */
    String activity(HouseholdId household, String marker, String subject, String description, Instant when);

    void checkConnection();
}
