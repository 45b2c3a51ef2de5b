package org.driftgate.notification;

import java.time.LocalDate;
import java.util.Set;
import org.driftgate.drift.DriftReport;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.Symbol;

/**
 * Everything that the letters about one finished case are made of.
 *
 * @param soldAtALoss of which taxable accounts sold lots below their cost, at estimated prices
 */
record ClientNoticeFacts(
        CaseId about,
        AdviserId adviser,
        LocalDate date,
        Household household,
        Book market,
        DriftReport before,
        ExecutedTrades trades,
        Set<Symbol> soldAtALoss) {}
