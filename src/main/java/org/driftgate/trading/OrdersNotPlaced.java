package org.driftgate.trading;

import org.driftgate.shared.SystemFault;

/**
 * The custodian surely took none of the orders: it refused the connection or the request before reading it. They may be
 * attempted again, which orders in doubt may not.
 */
public final class OrdersNotPlaced extends RuntimeException {

    private final SystemFault fault;

    public OrdersNotPlaced(SystemFault fault) {
        super(fault.getMessage(), fault);
        this.fault = fault;
    }

    public SystemFault fault() {
        return fault;
    }
}
