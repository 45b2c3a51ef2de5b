package org.driftgate.notification;

import java.time.LocalDate;
import org.driftgate.drift.DriftReport;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.CaseId;

/** Everything that the letters about one finished case are made of. */
record ClientNoticeFacts(
        CaseId about,
        AdviserId adviser,
        LocalDate date,
        Household household,
        Book market,
        DriftReport before,
        ExecutedTrades trades) {}
