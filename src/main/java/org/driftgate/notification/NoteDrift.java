package org.driftgate.notification;

import java.util.Map;
import java.util.stream.Collectors;
import org.driftgate.audit.AuditEvent;
import org.driftgate.drift.DriftReport;
import org.driftgate.drift.DriftReport.ClassDrift;
import org.driftgate.notification.Crm.Note;
import org.driftgate.notification.CrmLedger.Kind;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the household's drift to the CRM, once. */
@Component
public class NoteDrift {

    private final CaseFacts facts;
    private final ClientRecord record;
    private final WebAddress web;

    NoteDrift(CaseFacts facts, ClientRecord record, WebAddress web) {
        this.facts = facts;
        this.record = record;
        this.web = web;
    }

    @Transactional
    public void forCase(CaseId about) {
        DriftReport report = facts.drift(about);
        record.write(
                about,
                Kind.DRIFT,
                AuditEvent.DRIFT_NOTED_IN_CRM,
                new Note(about + "-drift", body(about, report)),
                Map.of("largestDrift", report.largestDrift().inPercent()));
    }

    private String body(CaseId about, DriftReport report) {
        String classes = report.classes().stream()
                .filter(ClassDrift::outside)
                .map(NoteDrift::line)
                .collect(Collectors.joining());
        return "Drift alert, run %s.\n%s\n%s%s".formatted(about.run(), report.sentence(), classes, web.ofCase(about));
    }

    private static String line(ClassDrift drift) {
        return "%s: %s %% held, %s %% intended, drift %s points\n"
                .formatted(
                        drift.assetClass(),
                        drift.actual().inPercent(),
                        drift.target().inPercent(),
                        drift.drift().inPercent());
    }
}
