package org.driftgate.review;

import java.util.List;
import org.driftgate.shared.Money;

/**
 * What an approved version leads to, as approved and now. Taxes are netted over all tax units; findings that came or went
 * are sentences, {@code findings} are all that stand now.
 */
public record Consequences(
        Money taxApproved, Money taxNow, List<String> came, List<String> went, List<String> findings) {

    public Consequences {
        came = List.copyOf(came);
        went = List.copyOf(went);
        findings = List.copyOf(findings);
    }
}
