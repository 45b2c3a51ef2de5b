package org.driftgate.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.stereotype.Component;

/** What clients of non-discretionary accounts said to exactly one version. */
@Component
public class Consents {

    /** Whether the current version trades in an account without discretion and has no consent yet. */
    public boolean isMissing(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }

    /** Records it for the current version; refuses with problems when who, how or when is missing. */
    public List<String> record(CaseId about, Consent consent, PersonId recordedBy) {
        throw new UnsupportedOperationException(about.value() + consent + recordedBy);
    }

    public Optional<Consent> of(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }

    /** Who of the client's side said it, by which channel, and when. */
    public record Consent(int version, boolean given, String client, String channel, Instant at, String note) {}
}
