package org.driftgate.trading;

import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/**
 * Sends the orders of an approved version whose turn it is: sells first, an account's buys when its sells are done. Each
 * order is claimed in a committed transaction before the network is touched; a doubtful answer is looked up, never resent.
 */
@Component
public class SubmitOrders {

    public Outcome forCase(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }

    /** REJECTED: some order was refused or stays in doubt after looking it up; the exception queue has the details. */
    public enum Outcome {
        ACCEPTED,
        REJECTED
    }
}
