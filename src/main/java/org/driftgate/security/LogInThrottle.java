package org.driftgate.security;

import io.github.bucket4j.Bucket;
import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.security.DoorSettings.WrongPasswords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts wrong passwords. Guessing somebody's password never shuts that person out of the places they work from: the
 * limit of a name holds only for addresses from which that person never got in.
 */
@Component
class LogInThrottle {

    private final Counters pairs;
    private final Counters addresses;
    private final Counters names;
    private final WrongPasswords limits;
    private final KnownAddresses known;
    private final AuditLog audit;
    private final TransactionOperations transaction;

    LogInThrottle(DoorSettings doors, KnownAddresses known, AuditLog audit, TransactionOperations transaction) {
        this.limits = doors.wrongPasswords();
        this.known = known;
        this.audit = audit;
        this.transaction = transaction;
        this.pairs = new Counters(limits.perPersonAndAddress(), 1, limits.pause());
        this.addresses = new Counters(limits.perAddress(), 10, limits.pause());
        this.names = new Counters(limits.perPersonElsewhere(), 1, limits.pause());
    }

    /** Before a password is looked at. */
    void demandTurn(String name, String address) {
        if (buckets(name, address).stream().allMatch(bucket -> bucket.getAvailableTokens() > 0)) return;
        throw new TooManyAttempts(limits.pause());
    }

    void wrong(String name, String address) {
        boolean shut = false;
        for (Bucket bucket : buckets(name, address)) shut |= bucket.tryConsume(1) && bucket.getAvailableTokens() == 0;
        if (shut) record(name, address);
    }

    void right(String name, String address) {
        pairs.forget(pair(name, address));
        known.remember(name, address);
    }

    private List<Bucket> buckets(String name, String address) {
        Bucket pair = pairs.of(pair(name, address));
        Bucket place = addresses.of(address);
        return known.isKnown(name, address) ? List.of(pair, place) : List.of(pair, place, names.of(name));
    }

    private static String pair(String name, String address) {
        return name + " " + address;
    }

    private void record(String name, String address) {
        var facts = Map.of(
                "person", name, "address", address, "pause", limits.pause().toString());
        transaction.executeWithoutResult(status ->
                audit.append(new AuditEntry(AuditEvent.LOG_IN_SHUT, AuditEntry.SYSTEM, null, null, facts, null)));
    }
}
