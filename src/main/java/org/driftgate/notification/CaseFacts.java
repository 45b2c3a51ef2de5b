package org.driftgate.notification;

import org.driftgate.drift.DriftReport;
import org.driftgate.notification.Crm.Client;
import org.driftgate.shared.CaseId;
import org.driftgate.trading.ExceptionView;
import org.driftgate.trading.RejectionRate;

/** What the other rooms know of a case and of the day, as far as letters and the CRM need it. */
interface CaseFacts {

    ClientNoticeFacts of(CaseId about);

    Client client(CaseId about);

    DriftReport drift(CaseId about);

    ExceptionView exception(CaseId about);

    int filledOrders(CaseId about);

    RejectionRate.Day rejectionsToday();
}
