package org.driftgate.audit;

import java.time.Instant;

/** An entry as it stands in the record; {@code facts} is its JSON. Business time and recorded time differ in the demo. */
public record RecordedEntry(long index, Instant businessTime, Instant recordedTime, AuditEntry entry) {}
