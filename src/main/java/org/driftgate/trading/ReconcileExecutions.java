package org.driftgate.trading;

import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** Compares fills with orders, quantities and prices, and keeps every break. */
@Component
public class ReconcileExecutions {

    public Reconciliation forCase(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }

    /** {@code complete}: every approved line was filled in full. */
    public record Reconciliation(int filledOrders, boolean complete, int breaks) {

        public boolean tradedAnything() {
            return filledOrders > 0;
        }
    }
}
