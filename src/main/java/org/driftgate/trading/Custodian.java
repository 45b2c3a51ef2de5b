package org.driftgate.trading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.driftgate.shared.OrderId;

/**
 * Takes orders and reports what became of them. Says how it behaves when an answer is lost, because only a custodian that
 * de-duplicates may be sent the same order twice.
 */
public interface Custodian {

    String name();

    DoubtPolicy doubtPolicy();

    /** Whether a sale can name the lots it relieves. */
    boolean carriesLots();

    /** Whether a buy may be paid with money that has not settled, such as the proceeds of the same day's sales. */
    boolean spendsUnsettledCash();

    /** Asks for line findings without placing anything. */
    List<LineFinding> validate(List<CustodyOrder> orders);

    /**
     * Places orders. A clear answer, accepted or rejected, is returned for each order; no clear answer (a time-out after
     * sending, a 5xx) is a {@link org.driftgate.shared.SystemFault} and leaves the orders in doubt.
     */
    List<Acknowledgement> submit(List<CustodyOrder> orders);

    /** Looks an order up by our own id; empty when the custodian does not know it. */
    Optional<OrderReport> find(OrderId order, LocalDate enteredOn);

    /** Every order of ours entered on that day with its state and executions so far. */
    List<OrderReport> reports(LocalDate enteredOn);

    void checkConnection();

    /** {@code LOOKUP}: look up, then a person decides. Only {@code DEDUPLICATES} may be resent. */
    enum DoubtPolicy {
        DEDUPLICATES,
        LOOKUP,
        NONE
    }
}
