package org.driftgate.notification;

import java.util.Map;
import java.util.TreeMap;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.notification.Crm.Client;
import org.driftgate.notification.Crm.Entry;
import org.driftgate.notification.CrmLedger.Kind;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.SystemFault;
import org.springframework.stereotype.Component;

/** Writes an entry to a household's CRM record once though its job repeats, and to the audit log with it. */
@Component
class ClientRecord {

    private final CaseFacts facts;
    private final CrmLedger ledger;
    private final Crm crm;
    private final AuditLog audit;

    ClientRecord(CaseFacts facts, CrmLedger ledger, Crm crm, AuditLog audit) {
        this.facts = facts;
        this.ledger = ledger;
        this.crm = crm;
        this.audit = audit;
    }

    void write(CaseId about, Kind kind, AuditEvent event, Entry entry, Map<String, String> recorded) {
        if (!ledger.lock(entry.marker())) throw inOtherHands(entry);
        if (ledger.isWritten(entry.marker())) return;
        String id = write(about, entry);
        ledger.keep(about, kind, entry.marker(), crm.name(), id);
        var all = new TreeMap<>(recorded);
        all.putAll(Map.of("crm", crm.name(), "crmId", id, "marker", entry.marker()));
        audit.append(AuditEntry.ofCase(event, about, all));
    }

    private String write(CaseId about, Entry entry) {
        Client client = facts.client(about);
        boolean mayExist = ledger.begin(entry.marker());
        try {
            return mayExist
                    ? crm.find(client, entry).orElseGet(() -> crm.write(client, entry))
                    : crm.write(client, entry);
        } catch (SystemFault fault) {
            throw fault.concerning("%s, %s".formatted(client.name(), client.household()));
        }
    }

    private SystemFault inOtherHands(Entry entry) {
        return new SystemFault(
                crm.name(),
                "write",
                "the entry %s is being written by another job; retry later".formatted(entry.marker()));
    }
}
