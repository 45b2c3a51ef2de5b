package org.driftgate.trading;

import org.driftgate.shared.OrderId;

/** What a custodian says of one order before it is placed; an ERROR would be rejected. */
public record LineFinding(OrderId order, Severity severity, String code, String message) {

    public enum Severity {
        INFO,
        WARNING,
        ERROR
    }
}
