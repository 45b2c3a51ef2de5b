package org.driftgate.adapter.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A line of {@code accounts.csv}: registration taxable, trust, ira, roth or 401k; status active, frozen, deceased or transferring. */
public record AccountRow(
        String account,
        String household,
        String taxUnit,
        String owner,
        @Nullable LocalDate ownerBirthDate,
        String registration,
        String custodian,
        String status,
        boolean discretionary,
        BigDecimal cash,
        BigDecimal settledCash,
        boolean heldAway) {}
