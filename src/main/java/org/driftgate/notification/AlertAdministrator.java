package org.driftgate.notification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.audit.RecordedEntry;
import org.driftgate.notification.Letter.Addressee;
import org.driftgate.run.Run;
import org.driftgate.run.Runs;
import org.driftgate.shared.RunId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the administrator why a run was aborted. */
@Component
public class AlertAdministrator {

    private final Runs runs;
    private final AuditLog audit;
    private final Correspondence correspondence;
    private final InternalMail internal;
    private final WebAddress web;

    AlertAdministrator(
            Runs runs, AuditLog audit, Correspondence correspondence, InternalMail internal, WebAddress web) {
        this.runs = runs;
        this.audit = audit;
        this.correspondence = correspondence;
        this.internal = internal;
        this.web = web;
    }

    @Transactional
    public void ofRun(RunId run) {
        var letter = new Aborted(run.value(), problems(run), web.ofRun(run));
        var to = new Addressee("Administrator", correspondence.administratorAddress());
        internal.record(
                AuditEvent.ADMINISTRATOR_ALERTED,
                internal.aboutRun(run, to, MailKind.ADMINISTRATOR_ALERT, "aborted", letter));
    }

    record Aborted(String run, List<String> problems, String link) {}

    /** Every problem that the record holds of the rejected snapshot, and the run's own reason when it has one. */
    private List<String> problems(RunId id) {
        var problems = new ArrayList<String>();
        for (RecordedEntry recorded : audit.ofRun(id))
            if (recorded.entry().event() == AuditEvent.SNAPSHOT_REJECTED)
                recorded.entry().facts().values().forEach(fact -> flatten(fact, problems));
        Run run = runs.find(id);
        if (run.abortReason() != null && !problems.contains(run.abortReason())) problems.add(run.abortReason());
        return problems;
    }

    private static void flatten(Object fact, List<String> problems) {
        if (fact instanceof Map<?, ?> map) problems.add(sentence(map));
        else if (fact instanceof Collection<?> many) many.forEach(one -> flatten(one, problems));
        else problems.add(String.valueOf(fact));
    }

    private static String sentence(Map<?, ?> finding) {
        Object sentence = finding.get("sentence");
        return sentence == null ? finding.toString() : sentence.toString();
    }
}
