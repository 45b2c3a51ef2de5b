package org.driftgate.notification;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.driftgate.audit.AuditEvent;
import org.driftgate.notification.Crm.Activity;
import org.driftgate.notification.CrmLedger.Kind;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what was traded in the CRM, once: types, securities, amounts, price range, references. */
@Component
public class RecordInCrm {

    private final CaseFacts facts;
    private final ClientRecord record;
    private final Clock clock;

    RecordInCrm(CaseFacts facts, ClientRecord record, Clock clock) {
        this.facts = facts;
        this.record = record;
        this.clock = clock;
    }

    @Transactional
    public void forCase(CaseId about) {
        ClientNoticeFacts known = facts.of(about);
        List<TradeRecord> trades = TradeRecord.of(known);
        record.write(
                about,
                Kind.TRADES,
                AuditEvent.RECORDED_IN_CRM,
                new Activity(about + "-trades", subject(known), body(known, trades), clock.instant()),
                Map.of(
                        "securities",
                        "" + trades.size(),
                        "complete",
                        "" + known.trades().isComplete()));
    }

    private static String subject(ClientNoticeFacts known) {
        return known.trades().isComplete() ? "Portfolio rebalanced" : "Portfolio rebalanced in part";
    }

    private static String body(ClientNoticeFacts known, List<TradeRecord> trades) {
        return "%s on %s, run %s.\n%s"
                .formatted(
                        subject(known),
                        known.date(),
                        known.about().run(),
                        trades.stream().map(TradeRecord::line).collect(Collectors.joining("\n")));
    }
}
