package org.driftgate.notification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.driftgate.drift.DriftReport;
import org.driftgate.household.Household.Recipient;
import org.driftgate.notification.Crm.Client;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.HouseholdId;
import org.driftgate.trading.ExceptionView;
import org.driftgate.trading.RejectionRate;

/** A case whose facts a test sets. */
final class KnownCase implements CaseFacts {

    static final List<Recipient> COUPLE = List.of(
            new Recipient("Ana Calder", "ana@client.example"), new Recipient("Leo Calder", "leo@client.example"));

    RejectionRate.Day rejections = new RejectionRate.Day(LocalDate.of(2026, 11, 20), 0, 0, new BigDecimal("0.001"));
    List<Recipient> recipients = COUPLE;
    ExecutedTrades trades = Letters.complete();
    ExceptionView exception = new ExceptionView(
            Letters.CASE.value(),
            "Calder",
            "Schwab rejected the sale of 20 VTI: insufficient position.",
            null,
            List.of(),
            List.of());

    void reset() {
        recipients = COUPLE;
        trades = Letters.complete();
    }

    @Override
    public ClientNoticeFacts of(CaseId about) {
        return Letters.facts(about, recipients, trades);
    }

    @Override
    public Client client(CaseId about) {
        return new Client(new HouseholdId("H1"), "Calder", List.of(Letters.TAXABLE, Letters.IRA));
    }

    @Override
    public DriftReport drift(CaseId about) {
        return Letters.drift();
    }

    @Override
    public ExceptionView exception(CaseId about) {
        return exception;
    }

    @Override
    public int filledOrders(CaseId about) {
        return 3;
    }

    @Override
    public RejectionRate.Day rejectionsToday() {
        return rejections;
    }
}
