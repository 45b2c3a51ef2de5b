package org.driftgate.household;

import java.time.LocalDate;
import java.util.List;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Money;
import org.driftgate.shared.TaxUnitId;
import org.jspecify.annotations.Nullable;

/** A custody account. Cash includes what has not settled; settled cash is the part that has. */
public record Account(
        AccountId id,
        TaxUnitId taxUnit,
        String owner,
        @Nullable LocalDate ownerBirthDate,
        Registration registration,
        String custodian,
        AccountStatus status,
        boolean discretionary,
        boolean heldAway,
        Money cash,
        Money settledCash,
        List<Position> positions) {

    public Account {
        positions = List.copyOf(positions);
    }
}
