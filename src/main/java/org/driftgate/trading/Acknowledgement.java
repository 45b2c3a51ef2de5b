package org.driftgate.trading;

import org.driftgate.shared.OrderId;

/** A custodian's clear answer to one order. */
public sealed interface Acknowledgement {

    OrderId order();

    /** {@code reference} is the custodian's order number. */
    record Accepted(OrderId order, String reference) implements Acknowledgement {}

    record Rejected(OrderId order, String code, String message) implements Acknowledgement {}
}
